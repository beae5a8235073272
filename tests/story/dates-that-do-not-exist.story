# A date that no calendar has is reported unreadable, not moved; one with two readings keeps both, unless the others are written one way.
report northmere 2031-03-12T10:00Z
  The lease ended on 30.02.2030. The other ended on 01/02/2030 and a third on 2030-06-01. It opened on February 31.

expect time value=none rule="no such date" "30.02.2030"
expect time value=none readings=2030-01-02,2030-02-01 rule="two readings" "01/02/2030"
expect time value=2030-06-01 "2030-06-01"
expect time value=none rule="no such date" "February 31"
report pressgate 2031-03-12T10:00Z
  The first lease ended on 25/12/2030, the second on 01/02/2030.
report orla 2031-03-12T10:00Z
  One ended on 25/12/2030, one on 12/26/2030 and one on 01/02/2030.

expect time in=pressgate value=2030-12-25 "25/12/2030"
expect time in=pressgate value=2030-02-01 rule="order of other dates" "01/02/2030"
expect time in=orla value=none readings=2030-01-02,2030-02-01 "01/02/2030"
