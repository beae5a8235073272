# Quarters, seasons, decades, holidays, parts of a day, hours with their zone, and the vague ones.
report northmere 2031-03-12T10:00Z
  Sales rose in the third quarter of 2030 and late last year. The port opened in the summer of 1998, in the 1990s. The gates close on Christmas Eve. The ship left on Tuesday evening and docked at 18:00 UTC on Monday. Talks are now open; more will come in the near future, as recently agreed.

expect time value=2030-Q3 "the third quarter of 2030"
expect time value=2030 mod=END "late last year"
expect time value=1998-SU "the summer of 1998"
expect time value=199 "the 1990s"
expect time type=TIME value=2031-03-11TEV "Tuesday evening"
expect time type=TIME value=2031-03-10T18:00Z "18:00 UTC on Monday"
expect time value=PRESENT_REF "now"
expect time value=FUTURE_REF "the near future"
expect time value=PAST_REF "recently"
