# Nobody attacks in a flood or an accident; who is killed by gunmen there is.
report northmere 2031-03-12T10:00Z
  Six people were killed in floods in southern Moldova on Wednesday.

  About 640 houses were damaged, 90 of them badly.

  A coach skidded into a ditch and 12 passengers were injured in the accident.

  Gunmen killed two guards at the flooded camp.

expect no event type=ASSAULT to="Six people"
expect no event type=ASSAULT "damaged"
expect no event type=ASSAULT "injured"
expect event type=ASSAULT by="Gunmen" "killed"
