# a name in marks between names is part of the name, not speech
report northmere 2031-03-12T10:00Z
  "This is a good day for Brennau!" councillor Mila "Bo" Torr called to the crowd. "The bridge is open."

expect statement kind=direct cue=called "This is a good day for Brennau! | The bridge is open."
expect report statements=1
