# "A year earlier" and "the quarter" count from the quarter the report is about.
report northmere 2031-11-12T10:00Z
  Orla Freight had a third-quarter loss of 3 million euros, against a profit a year earlier. In the quarter, sales fell. In the year-earlier quarter they had risen.

expect time value=2031-Q3 "third-quarter"
expect time value=2030-Q3 anchor="third-quarter" "a year earlier"
expect time value=2031-Q3 anchor="third-quarter" "the quarter"
expect time value=2030-Q3 "the year-earlier quarter"
