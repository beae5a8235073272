# The report's own date is read from its text where nothing else gives it, and says so.
report northmere
  Port of Orla reopens
  Posted: 23.02.2031 10:27:00
  The harbour master opened the gates today. The first ship arrived on Friday.
report pressgate
  TARN, 18 February 2031 - The ferry sailed yesterday.
report orla
  VELM, Norovia, 12 March 2031

  Ferries stay in port today

  No ferry has left since Monday.

expect report in=northmere published=2031-02-23T10:27:00 basis=text
expect time in=northmere value=2031-02-23 anchor=published "today"
expect time in=northmere value=2031-02-21 anchor=published "Friday"
expect report in=pressgate published=2031-02-18 basis=text
expect time in=pressgate value=2031-02-17 "yesterday"
expect report in=orla published=2031-03-12 basis=text
expect time in=orla value=2031-03-10 "Monday"
