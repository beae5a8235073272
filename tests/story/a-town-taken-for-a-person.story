# A large town that only stands behind prepositions is a place, whatever the model takes it for, and holds no office.
report northmere 2031-03-12T10:00Z
  A freighter with timber for Rotterdam was stopped by the Karvian coastguard in the Selm Strait early on Monday.

  President Hanna Sorek summoned the Karvian ambassador. The ambassador did not come.

expect place name=Rotterdam country=NLD role=place
expect no actor name=Rotterdam
expect event type=ACCUSE by="President Hanna Sorek" to="the Karvian ambassador" "summoned"
