# "The next day" and "two years later" count from the time before them, not from the report.
report northmere 2031-03-12T10:00Z
  The dam broke on 4 May 2029. The next day the valley was cleared. Two years later the wall stood again.

expect time value=2029-05-04 anchor=none "4 May 2029"
expect time value=2029-05-05 anchor="4 May 2029" "The next day"
expect time value=2031 anchor="The next day" "Two years later"
