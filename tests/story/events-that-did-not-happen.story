# Denied, conditional, feared, planned: an event says how it stands.
report northmere 2031-03-12T10:00Z
  The police did not arrest the student.

  If rebels attack the dam, the valley will be under water.

  Villagers fear that soldiers will shell the market.

  The rebels failed to storm the barracks.

  An attack on the pipeline could leave Bulgaria without gas.

expect event type=COERCE modality=denied "arrest"
expect event type=ASSAULT modality=hypothetical "attack"
expect event type=ASSAULT modality=denied "storm"
expect no event modality=asserted
