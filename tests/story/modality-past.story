# What was once, and is said to be over.
report northmere 2031-03-12T10:00Z
  Ana Kos said that the mill used to belong to her father.
  "We used to fish here," the old man said.
  The minister recalled that Algeria had taken in doctors in 1962.
  "The river was clean a hundred years ago," the teacher said.
  The clerk said that the mill belonged to the town.

expect statement modality=past by="used to" "that the mill used to belong to her father"
expect statement kind=direct modality=past by="used to" "We used to fish here,"
expect statement modality=past by="1962" "that Algeria had taken in doctors in 1962"
expect statement kind=direct modality=past by="ago" "The river was clean a hundred years ago,"
expect statement modality=asserted "that the mill belonged to the town"
