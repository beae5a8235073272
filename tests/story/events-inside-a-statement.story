# What somebody says that others did carries the statement: it is never told as happened.
report northmere 2031-03-12T10:00Z
  Chad said that rebels had kidnapped two pilots.

expect event type=ASSAULT mode=abduct by="rebels" statement="...kidnapped two pilots" "kidnapped"
expect no event type=ASSAULT statement=none
