# A mark that is never closed costs its paragraph and no other.
report northmere 2031-03-12T10:00Z
  The 6" pipe broke, and the "emergency team came late.

  "We came as fast as we could," said Pavel Hruska.

expect statement kind=direct actor="Pavel Hruska" "We came as fast as we could,"
expect no statement "emergency team came late."
