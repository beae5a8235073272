# The source stands in front, in the middle or at the end.
report northmere 2031-03-12T10:00Z
  According to the harbour master, two ships collided at dawn.
  The bridge, according to engineers, was built in 1931.
  Some forty houses were flooded, according to Pavel Hruska, the chief engineer of Tarn.

expect statement kind=indirect speaker="the harbour master" cue="According to" "two ships collided at dawn"
expect statement kind=indirect speaker="engineers" "The bridge | was built in 1931"
expect statement kind=indirect actor="Pavel Hruska" "Some forty houses were flooded"
