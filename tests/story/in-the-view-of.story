# A view named as a source.
report northmere 2031-03-12T10:00Z
  In the view of the monarch, aid must be visible to be trusted.
  The dam, in Ana Kos's opinion, is safe.
  The ship came in the view of the harbour.

expect statement speaker="the monarch" cue="In the view" modality=urged "aid must be visible to be trusted"
expect statement actor="Ana Kos" "The dam | is safe"
expect report statements=2
