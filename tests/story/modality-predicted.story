# What will be: by the cue or by the helping verb; not what was or is.
report northmere 2031-03-12T10:00Z
  The economist predicted that prices would fall.
  Ana Kos said that the bridge will be ready in May.
  "It's going to rain for a week," the pilot said.
  The minister said that the train would come.
  "They won't come back," the farmer said.
  The minister said that the train came.

expect statement modality=predicted by="predicted" "that prices would fall"
expect statement modality=predicted by="will" "that the bridge will be ready in May"
expect statement kind=direct modality=predicted by="going to" "It's going to rain ..."
expect statement modality=predicted by="would" "that the train would come"
expect statement kind=direct modality=predicted by="wo" "They won't come back,"
expect statement modality=asserted "that the train came"
