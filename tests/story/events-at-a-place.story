# An event has the place that its own words lead to, not the one that only belongs to somebody's name.
report northmere 2031-03-12T10:00Z
  Rebels attacked an army base near Aleppo on Monday. The mayor of Lyon condemned the attack. Police in Oslo arrested 12 people at 18:00.

expect event type=ASSAULT place="Aleppo" time="Monday" "attacked"
expect event type=ACCUSE place=none "condemned"
expect figure value=12 of="people"
expect no figure value=18
