# What is promised, asked for, refused or threatened is the one event; what it is about is none of its own.
report northmere 2031-03-12T10:00Z
  Poland promised to send tents to Moldova.

  Egypt demanded the release of its sailors by Libya.

  Serbia refused to extradite the general.

  Iran threatened to attack the tankers.

  Canada will not provide weapons to Ukraine.

expect event type=AGREE actors="POL" "promised"
expect event type=REQUEST actors="EGY" "demanded"
expect event type=REJECT actors="SRB" "refused"
expect event type=THREATEN actors="IRN" "threatened"
expect event type=REJECT actors="CAN" "provide"
expect no event type=RETREAT
expect no event type=ASSAULT
expect no event type=COOPERATE
