report northmere 2031-03-12T10:00Z
  Defence Minister Ilan Sorek told reporters in Brussels: "We have not moved a single soldier. We have no plans to do so."

expect statement kind=direct speaker="Defence Minister Ilan Sorek" actor="Ilan Sorek" cue="told" "We have not moved a single soldier. We have no plans to do so."
expect actor name="Ilan Sorek" kind=person role="Defence Minister" sector=GOV
