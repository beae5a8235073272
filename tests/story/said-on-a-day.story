# the day behind the verb is no speaker; what stands in the passive tells who was asked, not who asks
report northmere 2031-03-12T10:00Z
  "The bridge was old," Ana Kos, a friend of the mayor, said Thursday morning.

  "It could be mended," said a person close to the mayor.

expect statement speaker="Ana Kos" kind=direct "The bridge was old,"
expect statement speaker="a person close to the mayor" kind=direct "It could be mended,"
