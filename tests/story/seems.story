# How something seems is nobody's statement by name: read in wide, what seems being part of it.
with statements=wide
report northmere 2031-03-12T10:00Z
  The ceasefire seems to hold along the river.

  Ana Kos appeared on television and left for Tarn.

expect statement speaker=none rule=impression modality=uncertain "The ceasefire | to hold along the river"
expect no statement cue=appeared
