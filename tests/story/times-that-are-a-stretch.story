# Two times that are the ends of one stretch name each other; a span counted from the report's day has its days.
report northmere 2031-03-12T10:00Z
  The market will be open from Monday to Friday. In the past three weeks it sold little. The gate stays shut for the next two days.

  The old bridge stood between 1998 and 2004. The mill ran from May to July 2029. The fair was held from Saturday to Tuesday.

  The last Friday of the strike was quiet, and Monday and Friday were busy.

expect time value=2031-03-17 end=2031-03-21 anchor=published "Monday"
expect time value=2031-03-21 begin=2031-03-17 "Friday"
expect time type=DURATION value=P3W begin=2031-02-19 end=2031-03-12 anchor=published "the past three weeks"
expect time type=DURATION value=P2D begin=2031-03-12 end=2031-03-14 "the next two days"
expect time value=1998 end=2004 "1998"
expect time value=2004 begin=1998 "2004"
expect time value=2029-05 end=2029-07 "May"
expect time value=2029-07 begin=2029-05 "July 2029"
expect time value=2031-03-08 end=2031-03-11 "Saturday"
expect time value=2031-03-11 begin=2031-03-08 "Tuesday"
expect time value=2031-03-10 begin=none end=none "Monday"
report pressgate
  In the past three weeks little was sold.

expect time in=pressgate value=P3W begin=none end=none anchor=none "the past three weeks"
