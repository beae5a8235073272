# Hopes and wishes, by the cue or in the speaker's own words.
with statements=wide
report northmere 2031-03-12T10:00Z
  Ana Kos hopes that the rain will stop.
  The council wants to sell the ferry.
  Pavel Hruska expressed the hope that the talks would go on.
  "I hope that they come home," the mother said.
  "We want peace," the monk said.
  "I would like to see the plan," the judge said.
  The guide said that visitors want quiet.

expect statement modality=wished by="hopes" "that the rain will stop"
expect statement modality=wished by="wants" "to sell the ferry"
expect statement modality=wished by="hope" "that the talks would go on"
expect statement kind=direct modality=wished by="hope" "I hope that they come home,"
expect statement kind=direct modality=wished by="want" "We want peace,"
expect statement kind=direct modality=wished by="would like" "I would like to see the plan,"
expect statement cue="said" modality=asserted "that visitors want quiet"
