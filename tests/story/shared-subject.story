# Verbs that share a subject, and a participle that has none of its own.
report northmere 2031-03-12T10:00Z
  Ana Kos visited the school and said that the roof would be mended.
  Pavel Hruska blamed the storm, adding that the dam had been sound.

expect statement actor="Ana Kos" cue="said" "that the roof would be mended"
expect statement actor="Pavel Hruska" cue="adding" "that the dam had been sound"
