# a quotation that goes on in the next paragraph is a statement of its own where a cue stands behind it
report northmere 2031-03-12T10:00Z
  "The bridge was old," Ana Kos said. "We had asked for a new one.

  "Nobody in the capital listened," she went on to say.

  "Now it is too late," Kos added.

expect statement speaker="Ana Kos" cue=said "The bridge was old, | We had asked for a new one."
expect statement speaker="Kos" cue=added "Now it is too late,"
