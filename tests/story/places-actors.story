# An institution named by its place, a people, a capital that speaks: actors, no pins.
report northmere 2031-03-12T10:00Z
  Kyiv said that talks would go on. The Estonian minister flew to Kyiv on Monday. Chicago police closed a road in Chicago. The Kremlin denied it.

expect place role=actor country=UKR rule="name" "Kyiv"
expect place role=place country=UKR "Kyiv"
expect place role=actor country=EST rule="demonym" precision=country "Estonian"
expect place role=actor country=USA "Chicago"
expect place role=place country=USA "Chicago"
expect place role=actor precision=point country=RUS "Kremlin"
