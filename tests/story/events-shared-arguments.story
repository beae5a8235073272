# Coordination, control and relative clauses share subjects and objects.
report northmere 2031-03-12T10:00Z
  Soldiers of Chad attacked a village and kidnapped its elder.

  Police are looking for the gunmen who shot two guards in Tarn.

  Peru began to deport the smugglers.

expect event type=ASSAULT by="Soldiers of Chad" "attacked"
expect event type=ASSAULT mode=abduct by="Soldiers of Chad" "kidnapped"
expect event type=ASSAULT mode=firearms by="the gunmen" to="two guards" modality=asserted "shot"
expect event type=COERCE mode=deport actors="PER" modality=asserted "deport"
