# Quarters, seasons, decades, holidays, parts of a day, hours with their zone, and the vague ones.
report northmere 2031-03-12T10:00Z
  Sales rose in the third quarter of 2030 and late last year. The port opened in the summer of 1998, in the 1990s. The gates close on Christmas Eve. The ship left on Tuesday evening and docked at 18:00 UTC on Monday. Talks are now open; more will come in the near future, as recently agreed.

  The gate fell in the early hours of Saturday. Prices rose until now, in the last days of February and in the first half of the year. The road opened most recently in 2029 and in the week before last. An answer is expected soon.

expect time value=2030-Q3 "the third quarter of 2030"
expect time value=2030 mod=END "late last year"
expect time value=1998-SU "the summer of 1998"
expect time value=199 "the 1990s"
expect time type=TIME value=2031-03-11TEV "Tuesday evening"
expect time type=TIME value=2031-03-10T18:00Z "18:00 UTC on Monday"
expect time value=PRESENT_REF "now"
expect time value=FUTURE_REF "the near future"
expect time value=PAST_REF "recently"
expect time value=2031-03-08 mod=START "the early hours of Saturday"
expect no time in=northmere "until now"
expect time value=2031-02 mod=END "the last days of February"
expect time value=2031-H1 "the first half of the year"
expect no time "most recently"
expect time value=2031-W09 "the week before last"
expect time value=FUTURE_REF "soon"
report pressgate 2031-03-12T10:00Z
  The kiosk shuts at 9pm, the mill at 12 noon.

expect time in=pressgate type=TIME value=2031-03-12T21:00 "9pm"
expect time in=pressgate type=TIME value=2031-03-12T12:00 "12 noon"
