# A place is drawn no finer than the text supports; what the gazetteer does not list stays unknown.
report northmere 2031-03-12T10:00Z
  Storms hit Portugal and the Black Sea on Monday. The fire began in Lane County, Ore., and went on to Salem, Ore., within hours.
report pressgate 2031-03-12T10:00Z
  A man from Quarzelbrunn, Bavaria, was found on Tuesday.

expect place in=northmere precision=country country=PRT "Portugal"
expect place in=northmere precision=region name="Black Sea" gazetteer="sitcen:black-sea" "Black Sea"
expect place in=northmere precision=admin name="Lane County" country=USA
expect place in=northmere precision=settlement name="Salem" "Salem"
expect place in=pressgate name="Quarzelbrunn" gazetteer=none "Quarzelbrunn"
