# Conditions.
report northmere 2031-03-12T10:00Z
  Ana Kos said the school would open if the road was cleared.
  "If I were mayor, I would sell it," Pavel Hruska said.
  The envoy said that unless the guns fall silent, the talks would end.
  "We would have lost the harvest," the farmer said.
  The engineer said that she did not know if the pump works.

expect statement modality=hypothetical by="if" "the school would open if the road was cleared"
expect statement kind=direct modality=hypothetical by="If" "If I were mayor, I would sell it,"
expect statement modality=hypothetical by="unless" "that unless the guns fall silent, the talks would end"
expect statement kind=direct modality=hypothetical by="would have" "We would have lost the harvest,"
expect no statement modality=hypothetical "that she did not know if the pump works"
