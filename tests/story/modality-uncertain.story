# What may be, and what is asked.
report northmere 2031-03-12T10:00Z
  Pavel Hruska said that the dam might break.
  "Perhaps it was the wind," the sailor said.
  The doctor said that the fever could come back.
  Ana Kos asked whether the road was open.
  "Is anyone listening?" the widow asked.
  The pilot said that the fog was probably local.
  "You may sit down," the judge told the men.
  The captain said that the ship was lost.

expect statement modality=uncertain by="might" "that the dam might break"
expect statement kind=direct modality=uncertain by="Perhaps" "Perhaps it was the wind,"
expect statement modality=uncertain by="could" "that the fever could come back"
expect statement modality=uncertain by="whether" "whether the road was open"
expect statement kind=direct modality=uncertain by="?" "Is anyone listening?"
expect statement modality=uncertain by="probably" "that the fog was probably local"
expect statement modality=asserted "that the ship was lost"
