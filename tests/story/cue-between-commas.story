# The cue interrupts the clause that it reports: one statement in two pieces.
report northmere 2031-03-12T10:00Z
  The years that followed, Ana Kos said, brought a fundamental change.

expect statement kind=indirect actor="Ana Kos" cue="said" "The years that followed | brought a fundamental change"
