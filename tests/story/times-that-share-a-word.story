# A number that leans on the time beside it takes its month, its unit or its half of the day; one that counts things does not.
report northmere 2031-03-12T10:00Z
  The council meets on April 6 and 7. The fair runs from 3 to 5 May. The bridge is shut on June 7-9, and on the 14th and 15th of July. The games were held on August 1, 2 and 3, 2030.

  The crossing takes between 20 and 35 minutes. The envoys need two to three weeks. The market is open from 8 to 10 a.m. on Saturday, the port from 11 a.m. to 1 p.m. and the mill from 10 to 2 p.m.

  The ferry sails on Wednesday and Thursday nights.

expect time value=2031-04-06 "April 6"
expect time value=2031-04-07 "7"
expect time value=2031-05-03 end=2031-05-05 "3"
expect time value=2031-05-05 begin=2031-05-03 "5 May"
expect time value=2031-06-07 end=2031-06-09 "June 7"
expect time value=2031-06-09 "9"
expect time value=2031-07-14 "14th"
expect time value=2030-08-01 "August 1"
expect time value=2030-08-02 "2"
expect time value=2030-08-03 "3, 2030"
expect time type=DURATION value=PT20M "20"
expect time type=DURATION value=PT35M "35 minutes"
expect time type=DURATION value=P2W "two"
expect time type=DURATION value=P3W "three weeks"
expect time value=2031-03-15T08:00 "8"
expect time value=2031-03-15T10:00 "10 a.m. on Saturday"
expect time type=TIME value=2031-03-15T10:00 "10"
expect time type=SET value=XXXX-WXX-3TNI "Wednesday"
expect time type=SET value=XXXX-WXX-4TNI "Thursday nights"

report pressgate 2031-03-12T10:00Z
  On April 27 and in May 30 people died. On April 28, 12 ships sank, and on April 29 and 40 boats sank. Sales rose on April 30 to 7 per cent.

expect time in=pressgate value=2031-04-30 "April 30"
expect no time in=pressgate "12"
expect no time in=pressgate "40"
expect no time in=pressgate "7"
