# A warning shot is a threat, a shot an attack with firearms.
report northmere 2031-03-12T10:00Z
  The Estonian coastguard fired four warning shots at the trawler.

  The minister repeated that warning shots had been fired.

  Gunmen fired shots at the embassy.

expect event type=THREATEN by="The Estonian coastguard" "fired"
expect event type=ASSAULT mode=firearms by=Gunmen "fired"
expect no event mode=heavy-weapons
