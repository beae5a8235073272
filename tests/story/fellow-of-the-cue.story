# a second report of the same speaker ends the first, though the parse joins it to what was reported
report northmere 2031-03-12T10:00Z
  De Kos said the move was made by the council and added that nobody had been asked.

expect statement speaker="De Kos" cue=said "the move was made by the council"
expect statement speaker="De Kos" cue=added "that nobody had been asked"
