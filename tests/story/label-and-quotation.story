# A name, a colon and a quotation; and a verb behind a quotation that looks like a noun.
report northmere 2031-03-12T10:00Z
  Two leaders spoke on Monday.

  Ana Kos: "Our aim is not to hold the valley, but to leave it." The crowd was small.

  "He never misses a chance to sell the mill to us," Sorek notes.

expect statement kind=direct speaker="Ana Kos" "Our aim is not to hold the valley, but to leave it."
expect statement kind=direct speaker="Sorek" cue=notes "He never misses a chance to sell the mill to us,"
