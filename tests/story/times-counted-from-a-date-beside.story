# A distance from a date that stands beside it is counted from there; weeks and days are found within months.
report northmere 2031-03-12T10:00Z
  The dam broke two days after 4 May 2029. The envoy came the day before Christmas. The hearing is in the week of April 7.

  The fair opens in the first week of June. Prices rose in the last week of 2030. The vote is on Election Day. The first bus leaves at 0830 GMT. The strike begins a week from Friday.

expect time value=2029-05-06 rule="from a date beside it" "two days after 4 May 2029"
expect time value=2030-12-24 "the day before Christmas"
expect time value=2031-W15 "the week of April 7"
expect time value=2031-W23 "the first week of June"
expect time value=2030-W52 "the last week of 2030"
expect time value=2031-03-21 "a week from Friday"
expect time value=2031-11-04 "Election Day"
expect time type=TIME value=2031-11-04T08:30Z "0830 GMT"
