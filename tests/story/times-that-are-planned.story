# What is planned, due or set for a day is to come, whatever the tense; what had been planned is not.
report northmere 2031-03-12T10:00Z
  The council planned to meet on Friday. The vote was set for Saturday. The envoy had been due to leave on Monday. The road has been shut since Thursday.

  The minister, who expected the talks to end in April, may sign as soon as Tuesday. By Sunday the crew had left.

expect time value=2031-03-14 "Friday"
expect time value=2031-03-15 "Saturday"
expect time value=2031-03-10 "Monday"
expect time value=2031-03-06 "Thursday"
expect time value=2031-04 "April"
expect time value=2031-03-18 "Tuesday"
expect time value=2031-03-09 "Sunday"
