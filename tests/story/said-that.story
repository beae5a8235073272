report northmere 2031-03-12T10:00Z
  Mayor Ana Kos said on Tuesday that the bridge would be closed for a week.
  The ministry announced that it had found the missing ship.

expect statement kind=indirect actor="Ana Kos" cue="said" modality=predicted by="would" "that the bridge would be closed for a week"
expect statement kind=indirect speaker="The ministry" cue="announced" modality=asserted "that it had found the missing ship"
