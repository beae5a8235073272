# A quotation without a cue, right under one that has its speaker, goes on with the same speaker.
report northmere 2031-03-12T10:00Z
  "The talks were hard," Ana Kos told journalists after the meeting.

  "Both sides gave way. Nobody is happy, and that is a good sign."

expect statement kind=direct actor="Ana Kos" cue="told" addressee="journalists" "The talks were hard, | Both sides gave way. Nobody is happy, and that is a good sign."
expect report statements=1
