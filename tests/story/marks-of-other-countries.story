# Low-high marks, guillemets, and the two apostrophes that some wires write.
report northmere 2031-03-12T10:00Z
  „We will vote on Sunday“, said Ana Kos.
  «The count will be public», said Pavel Hruska.
  ''Nobody will be turned away,'' said Dara Winn.

expect statement kind=direct actor="Ana Kos" "We will vote on Sunday"
expect statement kind=direct actor="Pavel Hruska" "The count will be public"
expect statement kind=direct actor="Dara Winn" "Nobody will be turned away,"
