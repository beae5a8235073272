# "As X said" reports the sentence around it; "as expected" reports nothing.
report northmere 2031-03-12T10:00Z
  As Ana Kos told the council, the bridge will not be ready in May.
  The ferry, as Pavel Hruska put it, sank as expected.

expect statement actor="Ana Kos" "the bridge will not be ready in May"
expect no statement "As expected"
expect report statements=1
