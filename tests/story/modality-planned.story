# Plans: by the cue, or by a speaker who says what he is going to do.
with statements=wide
report northmere 2031-03-12T10:00Z
  Ana Kos plans to reopen the ferry.
  The council intends to sell the mill.
  Pavel Hruska decided to leave the party.
  "We are going to build a second bridge," the mayor said.
  "I intend to stay," the coach said.
  "We will open the archive in May," the minister said.
  The ministry said that the river will rise.

expect statement modality=planned by="plans" "to reopen the ferry"
expect statement modality=planned by="intends" "to sell the mill"
expect statement modality=planned by="decided" "to leave the party"
expect statement kind=direct modality=planned by="going to" "We are going to build ..."
expect statement kind=direct modality=planned by="intend" "I intend to stay,"
expect statement kind=direct modality=planned by="will" "We will open the archive in May,"
expect statement modality=predicted "that the river will rise"
