# The clause that follows whom one tells, however the parser hangs it.
report northmere 2031-03-12T10:00Z
  Ana Kos is assuring voters she is fit enough to govern.
  Pavel Hruska asked the farmers if they still drew water there.

expect statement actor="Ana Kos" cue="assuring" addressee="voters" "she is fit enough to govern"
expect statement actor="Pavel Hruska" cue="asked" addressee="the farmers" "if they still drew water there"
