report northmere 2031-03-12T10:00Z
  The letter was read by Ana Kos, who said that she had written it alone.

expect statement speaker="who" actor="Ana Kos" cue="said" "that she had written it alone"
