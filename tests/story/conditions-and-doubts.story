report northmere 2031-03-12T10:00Z
  Pavel Hruska said the dam might break. Ana Kos said the school would open if the road was cleared.
  The governor did not say when the ferry would sail.

expect statement actor="Pavel Hruska" modality=uncertain by="might" "the dam might break"
expect statement actor="Ana Kos" modality=hypothetical by="if" "the school would open if the road was cleared"
expect statement speaker="The governor" modality=uncertain by="not" "when the ferry would sail"
