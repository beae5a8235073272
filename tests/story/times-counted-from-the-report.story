# Days, weeks and years counted from the day of the report; the tense of the verb says which Monday is meant.
report northmere 2031-03-12T10:00Z
  The mayor left on Monday and will return on Friday. Yesterday the port was closed. Last week two ferries were sold. The bridge was built three years ago. The council meets again next month. Work began in January. The hearing is set for Nov. 3. Talks go on until Sunday.

expect time type=DATE value=2031-03-10 anchor=published "Monday"
expect time type=DATE value=2031-03-14 anchor=published "Friday"
expect time type=DATE value=2031-03-11 anchor=published "Yesterday"
expect time type=DATE value=2031-W10 "Last week"
expect time type=DATE value=2028 "three years ago"
expect time type=DATE value=2031-04 "next month"
expect time type=DATE value=2031-01 "January"
expect time type=DATE value=2031-03-16 "Sunday"
