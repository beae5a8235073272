# A full stop where a comma belongs: the clause behind it has nothing else to say.
report northmere 2031-03-12T10:00Z
  "If you hear this, I hope you find the letters that are missing." Ana Kos said.

  "The bridge is closed." She said the ferry would run.

expect statement kind=direct actor="Ana Kos" "If you hear this, I hope you find the letters that are missing. | ..."
expect statement kind=indirect cue=said "the ferry would run"
