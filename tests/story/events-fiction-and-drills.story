# Nobody dies in a novel or in an exercise; the exercise itself is held.
report northmere 2031-03-12T10:00Z
  In the novel a spy kidnaps the daughter of a minister.

  Missiles hit their targets during the drills of the fleet.

  Norway and Sweden held a joint exercise in the Baltic Sea.

expect no event type=ASSAULT
expect event type=COOPERATE actors="NOR,SWE"
