# What is plainly said stays asserted, however the words look.
report northmere 2031-03-12T10:00Z
  Ana Kos said that the dam is safe.
  Pavel Hruska added that the school has forty pupils.
  The ministry announced that it had found the missing ship.
  Dara Winn stressed that the two sides had met in Tarn.
  "The price of bread is higher than it was," the baker said.
  "Our exports doubled in a year. That tells you where the road leads. It leads to the harbour," the minister noted.

expect statement cue="said" modality=asserted by=none "that the dam is safe"
expect statement cue="added" modality=asserted "that the school has forty pupils"
expect statement cue="announced" modality=asserted "that it had found the missing ship"
expect statement cue="stressed" modality=asserted "that the two sides had met in Tarn"
expect statement kind=direct modality=asserted "The price of bread ..."
expect statement kind=direct modality=asserted by=none "Our exports doubled in a year. ..."
