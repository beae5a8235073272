# A participle behind the reported clause is a report of its own by the same speaker; and who is made to say it speaks.
report northmere 2031-03-12T10:00Z
  Ana Kos complained that Pavel Hruska is too proud, suggesting that the senator sees nothing but himself.
  The delay led ministers to say that the port would close.

expect statement actor="Ana Kos" cue="complained" "that Pavel Hruska is too proud"
expect statement actor="Ana Kos" cue="suggesting" "that the senator sees nothing but himself"
expect statement speaker="ministers" "that the port would close"
