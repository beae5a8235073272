with statements=wide
report northmere 2031-03-12T10:00Z
  Ana Kos believes that the ice will melt in March. The council wants to sell the ferry. Dara Winn welcomed the decision.
  The survey showed that most people walk to work.

expect statement actor="Ana Kos" cue="believes" modality=predicted "that the ice will melt in March"
expect statement speaker="The council" modality=wished by="wants" "to sell the ferry"
expect statement actor="Dara Winn" cue="welcomed" "the decision"
expect statement speaker="The survey" cue="showed" "that most people walk to work"
