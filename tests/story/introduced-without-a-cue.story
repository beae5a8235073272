# The verb in front is no word of speech, but a comma or colon and a whole sentence follow.
report pressgate 2031-03-12T10:00Z
  Dara Winn turned to the economy, “We sold twice as much timber as last year.”
  She thanked the drivers of the northern road: “You kept us alive.”

expect statement kind=direct actor="Dara Winn" cue="turned" "We sold twice as much timber as last year."
expect statement kind=direct speaker="She" actor="Dara Winn" modality=thanked "You kept us alive."
