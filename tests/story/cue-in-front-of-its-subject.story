# "Said Ana Kos:" opens a sentence, on the line of the quotation or above it
report northmere 2031-03-12T10:00Z
  The plan is dear. Said Kos: "I do not see who will pay for it."

  Added Vell, the miller:

  "I know who will not."

expect statement speaker="Kos" kind=direct cue=Said "I do not see who will pay for it."
expect statement speaker="Vell" kind=direct cue=Added "I know who will not."
expect report statements=2
