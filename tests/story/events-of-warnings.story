# Who warns of something that is no act of his own threatens nobody; who says what he will do does.
report northmere 2031-03-12T10:00Z
  The trade minister warned of high prices.

  The weather office warned fishermen that a storm would reach the coast.

  The Kenyan general warned that his troops would attack the camp.

  Tanzania warned that reprisals would follow.

  Norway warned Denmark over the fishing boats.

expect no event type=THREATEN by="The trade minister"
expect no event type=THREATEN by="The weather office"
expect event type=THREATEN actors="KEN MIL" "warned"
expect event type=THREATEN actors=TZA "warned"
expect event type=THREATEN actors=NOR recipients=DNK "warned"
