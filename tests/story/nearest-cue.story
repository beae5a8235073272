# of several cues in front of a quotation the one that introduces it; a participle behind it goes on with something else
report northmere 2031-03-12T10:00Z
  When asked why the dam had failed, Vell replied in a letter: "It was built on sand."

  The council said: "The dam was sound until the winter," adding that its papers were in order.

  Ana Kos noted that the river had risen twice, and Ilan Sorek shouted, "Three times!"

  Sorek said the papers were old and added, "Nobody has read them."

expect statement speaker="Vell" kind=direct cue=replied "It was built on sand."
expect statement speaker="The council" kind=direct cue=said "The dam was sound until the winter,"
expect statement speaker="Ilan Sorek" kind=direct cue=shouted "Three times!"
expect statement speaker="Sorek" kind=direct cue=added "Nobody has read them."
