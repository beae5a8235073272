# How long, and how often; what is rough or a bound says so.
report northmere 2031-03-12T10:00Z
  The strike lasted three weeks. In the past three weeks nearly forty days of work were lost. The crossing took more than two hours, a ten-year record. For two and a half years the gate stood open. It is checked every month and read daily. Storms came for decades.

  Orders fell in the past two quarters and may fall in the weeks ahead. An hour and a half later, a fortnight was lost. It lasted two hours longer than planned. The mill will be shut over the next two years or so. It is swept every second Tuesday and paid monthly.

expect time type=DURATION value=P3W "three weeks"
expect time type=DURATION value=P3W "the past three weeks"
expect time type=DURATION value=P40D mod=APPROX "nearly forty days"
expect time type=DURATION value=PT2H mod=MORE_THAN "more than two hours"
expect time type=DURATION value=P10Y "ten-year"
expect time type=DURATION value=P2Y6M "two and a half years"
expect time type=SET value=P1M "every month"
expect time type=SET value=P1D "daily"
expect time type=DURATION value=PXDE "decades"
expect time type=DURATION value=P2Q "the past two quarters"
expect time type=DURATION value=PXW "the weeks ahead"
expect time type=DURATION value=P2W "a fortnight"
expect time type=DURATION value=PT2H anchor=none "two hours"
expect time type=DURATION value=P2Y mod=APPROX "the next two years or so"
expect time type=SET value=XXXX-WXX-2 "every second Tuesday"
expect time type=SET value=P1M "monthly"
