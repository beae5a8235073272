# Of two persons in the sentence before, "he" is the one it is about.
report northmere 2031-03-12T10:00Z
  Ivo Marek met Petr Dolan at the mill. He said that the mill would close.

expect statement speaker="He" actor="Ivo Marek" candidates=0 "that the mill would close"
expect actor name="Petr Dolan" mentions=1
