# A verb of speech with a noun of thought is speech, also for strict; so is a clause behind whom one reports to.
report northmere 2031-03-12T10:00Z
  Ana Kos expressed the hope that the bridge would be open by December.
  Pavel Hruska reported to the council that eleven ships had come.
  The mayor ignored the hope that the bridge would open.
  Dara Winn hopes that the rain will stop.

expect statement actor="Ana Kos" modality=wished by="hope" "that the bridge would be open by December"
expect statement actor="Pavel Hruska" cue="reported" "that eleven ships had come"
expect report statements=2
