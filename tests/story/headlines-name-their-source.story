# a headline's source may be a name that the text knows, an outlet or a group; a thing in front of a colon is no source
report northmere 2031-03-12T10:00Z
  Kos to miners: The pit will stay open

  Ana Kos spoke in the hall of Brennau.
report talvin-courier 2031-03-12T11:00Z
  Poll: Most voters want the pit to stay

  The numbers are from March.
report radio-orla 2031-03-12T12:00Z
  Engineers: Dam was built on sand

  The report is ready.
report pressgate 2031-03-12T13:00Z
  Flood season: The Orla rises again

  Nobody was hurt.

expect statement in=northmere speaker="Kos" rule=headline kind=indirect modality=predicted "The pit will stay open"
expect statement in=talvin-courier speaker="Poll" rule=headline "Most voters want the pit to stay"
expect statement in=radio-orla speaker="Engineers" rule=headline "Dam was built on sand"
expect no statement in=pressgate
