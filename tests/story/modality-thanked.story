# Thanks.
report northmere 2031-03-12T10:00Z
  "I thank the crew," the captain said.
  "Thank you for the boats," Ana Kos told the volunteers.
  "Before we begin, let me express my deep gratitude to the ferrymen," the host said.
  "We are grateful for the grain," the envoy said.
  "He thanked nobody," the widow said.

expect statement kind=direct modality=thanked by="thank" "I thank the crew,"
expect statement kind=direct modality=thanked by="Thank" "Thank you for the boats,"
expect statement kind=direct modality=thanked by="gratitude" "Before we begin, ..."
expect statement kind=direct modality=thanked by="grateful" "We are grateful for the grain,"
expect no statement kind=direct modality=thanked "He thanked nobody,"
