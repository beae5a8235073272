# Names, ages, rates, prices and fractions look like times and are none.
report northmere 2031-03-12T10:00Z
  April Jones, a 44-year-old clerk, may march again. Shares closed at 12.51, up from 4.10. The room costs 40 euros a night. A quarter of the crew was ill. He came second. The Sunday Herald reported it as soon as it could.

expect no time in=northmere

report pressgate 2031-03-12T10:00Z
  She told the programme "Sixty Minutes" so. He spoke on "This Week". About three-quarters of the ships left. The Orla '11 kit is sold out. The river soon became a lake and the last day of the talks was quiet. She sang in ``Noon Train.'' before.

expect no time in=pressgate "Minutes"
expect no time in=pressgate "This Week"
expect no time in=pressgate "three-quarters"
expect no time in=pressgate "'11"
expect no time in=pressgate "soon"
expect no time in=pressgate "the last day"
expect no time in=pressgate "Noon"
