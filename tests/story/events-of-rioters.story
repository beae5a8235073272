# What protesters do with their hands is a riot, not an attack by an army; police that break up a march restrict it.
report northmere 2031-03-12T10:00Z
  Protesters clashed with riot police outside the town hall of Tarn.

  Rioters torched two shops and a bus in Lund.

  Police broke up a march of nurses in Oslo.

expect event type=PROTEST mode=riot "clashed"
expect event type=PROTEST mode=vandalize "torched"
expect event type=COERCE mode=restrict "broke up"
expect no event type=ASSAULT
