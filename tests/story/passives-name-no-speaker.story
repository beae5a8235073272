# In a passive the subject is not who speaks; "by" names the speaker.
report northmere 2031-03-12T10:00Z
  Ana Kos was told that the bridge was closed.
  The envoy was informed by the mayor that the ferry had sunk.
  It was reported that the mill burned down.
  Pavel Hruska was arrested and said that he was innocent.

expect no statement speaker="Ana Kos"
expect no statement speaker="The envoy"
expect no statement speaker="It"
expect statement actor="Pavel Hruska" cue="said" "that he was innocent"
