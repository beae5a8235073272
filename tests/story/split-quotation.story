# One statement in two pieces, then in three: the cue stands between.
report northmere 2031-03-12T10:00Z
  "We are ready," Ana Kos said, "and we have been ready for a year."
  "The dam holds," engineer Pavel Hruska said. "It will hold tomorrow. I would sleep below it."

expect statement kind=direct actor="Ana Kos" "We are ready, | and we have been ready for a year."
expect statement kind=direct actor="Pavel Hruska" "The dam holds, | It will hold tomorrow. I would sleep below it."
expect no statement speaker=none
