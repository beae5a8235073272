# The month of March is no march, and the town of a dateline is nobody who orders.
report northmere 2031-03-12T10:00Z
  TALLINN (Northmere) - Estonia has ordered its frigate into the gulf to protect ships, the minister said on 11 March.

  Harbour note, Tue 11 March 2031, typed 0915 local

  Thousands of students joined a march in Riga.

expect event type=PROTEST "march"
expect no event "March"
expect no event by="TALLINN"
