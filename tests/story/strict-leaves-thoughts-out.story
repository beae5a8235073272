report northmere 2031-03-12T10:00Z
  Ana Kos believes that the ice will melt in March. The council wants to sell the ferry. Pavel Hruska said the ferry was old.

expect statement actor="Pavel Hruska" "the ferry was old"
expect no statement actor="Ana Kos"
expect no statement speaker="The council"
