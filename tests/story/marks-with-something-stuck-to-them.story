# a dash that sticks to a quotation mark, and three strokes that close two quotations
report northmere 2031-03-12T10:00Z
  “The water came at night and took the bridge.”― Mila Torr

  “We had no warning at all.”― Jarla Vell

  ''We are told each year, 'Wait for the spring,''' Ana Kos said. ''Nobody waits any more.''

expect statement speaker="Mila Torr" kind=direct "The water came at night and took the bridge."
expect statement speaker="Jarla Vell" kind=direct "We had no warning at all."
expect statement speaker="Ana Kos" kind=direct cue=said "We are told each year, 'Wait for the spring, | Nobody waits any more."
