# Who leads a team or rebels is no government.
report northmere 2031-03-12T10:00Z
  The team's leader thanked the mayor.

report pressgate 2031-03-12T10:00Z
  The leader of the rebels apologised to the villagers.

report daily 2031-03-12T10:00Z
  The Norwegian leader visited Iceland.

expect event type=SUPPORT actors="?" by="The team's leader" "thanked"
expect event type=CONCEDE actors="? REB" "apologised"
expect event type=CONSULT actors="NOR GOV" recipients=ISL "visited"
