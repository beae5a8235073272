# A report in which nobody says anything.
report northmere 2031-03-12T10:00Z
  The river rose two metres overnight. Firefighters carried sand to the lower town, and the school was closed.

expect no statement
