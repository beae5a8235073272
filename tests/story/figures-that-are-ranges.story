# Two numbers that are the ends of one range; a change from one value to another is no range.
report northmere 2031-03-12T10:00Z
  Between 20 and 30 people are missing. Repairs will cost $12 million to $20 million and take 5-10 cranes. The water rose from 3 metres to 7 metres. At least 9 and at most 14 boats can land. The loan was raised from $10 million to $30 million, and that of the port from $15 million to $40 million.

expect figure kind=range low=20 high=30 value=none of="people" "Between 20 and 30"
expect figure kind=money low=12000000 high=20000000 unit=USD "$12 million to $20 million"
expect figure kind=range low=5 high=10 of="cranes" "5-10"
expect figure kind=quantity value=3 unit=meter "3 metres"
expect figure kind=quantity value=7 unit=meter "7 metres"
expect figure low=9 high=14 of="boats"
expect no figure low=3
expect figure kind=money value=15000000 unit=USD "$15 million"
expect no figure low=15000000
