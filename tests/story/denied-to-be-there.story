# Refusals and negated cues are no assertions.
report northmere 2031-03-12T10:00Z
  The governor refused to confirm that the mine had been sold. Pavel Hruska did not deny that he had seen the letter.

expect statement actor="Pavel Hruska" modality=uncertain by="not" "that he had seen the letter"
