# "He" could be either: both are listed, none is taken.
report northmere 2031-03-12T10:00Z
  Ivo Marek and Petr Dolan met at the mill. He said that the mill would close.

expect statement speaker="He" actor=none candidates=2 "that the mill would close"
