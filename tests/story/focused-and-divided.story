# participles of attitude speak for their subject
with statements=wide
report northmere 2031-03-12T10:00Z
  The miners were divided over the price of coal. Ana Kos is focused on the dam.

expect statement speaker="The miners" rule=adjective "the price of coal"
expect statement speaker="Ana Kos" rule=adjective "the dam"
