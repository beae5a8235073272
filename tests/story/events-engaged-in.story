# Whoever is drawn into a fight by its verb takes part in it.
report northmere 2031-03-12T10:00Z
  Chadian rebels engaged Malian soldiers in a firefight on Tuesday.

expect event type=ASSAULT mode=firearms by="Chadian rebels" actors="TCD REB,MLI MIL"
