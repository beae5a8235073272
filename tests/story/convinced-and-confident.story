# States of mind are statements of the wide kind; their speaker is who is in them.
with statements=wide
report pressgate 2031-03-12T10:00Z
  Dara Winn is convinced that the neighbours will close the border. Ana Kos is confident that they will not.
  It is clear that winter is coming.

expect statement actor="Dara Winn" cue="convinced" modality=predicted "that the neighbours will close the border"
expect statement actor="Ana Kos" cue="confident" "that they will not"
expect no statement "that winter is coming"
