# a heading that stands in marks goes on in nobody's speech
report northmere 2031-03-12T10:00Z
  ''The bridge is gone for good,'' said Mila Torr, who lives beside it.

  'A Town Without a Road.'

  ''We walk to school over the hill,'' Ana Kos said.

  'Nothing but mud.'

expect statement speaker="Mila Torr" kind=direct "The bridge is gone for good,"
expect statement speaker="Ana Kos" kind=direct "We walk to school over the hill,"
expect report statements=2
