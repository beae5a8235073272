# A letter says nothing by itself: who sends it speaks.
report northmere 2031-03-12T10:00Z
  Dara Winn issued a statement saying that the border would stay open.

expect statement actor="Dara Winn" cue="saying" "that the border would stay open"
