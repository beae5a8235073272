# The report's own date is read from its text where nothing else gives it, and says so.
report northmere
  Port of Orla reopens
  Posted: 23.02.2031 10:27:00
  The harbour master opened the gates today. The first ship arrived on Friday.
report pressgate
  TARN, 18 February 2031 - The ferry sailed yesterday.

expect report in=northmere published=2031-02-23T10:27:00 basis=text
expect time in=northmere value=2031-02-23 anchor=published "today"
expect time in=northmere value=2031-02-21 anchor=published "Friday"
expect report in=pressgate published=2031-02-18 basis=text
expect time in=pressgate value=2031-02-17 "yesterday"
