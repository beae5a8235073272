# a transcript that is quoted whole opens each turn with a mark and closes none: each turn has its own speaker
report northmere 2031-03-12T10:00Z
  The talk went as follows:

  "KOS: Who will pay for the new dam?

  "VELL: The state will, as we said "before the flood."

  "KOS: The town has no money left.

  "VELL: Then it must wait."

expect statement speaker="KOS" kind=direct rule=transcript "Who will pay for the new dam?"
expect statement speaker="VELL" kind=direct rule=transcript "The state will, as we said \"before the flood.\""
expect statement speaker="KOS" kind=direct rule=transcript "The town has no money left."
expect report statements=4
