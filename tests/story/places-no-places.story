# People and words that are called like places are none.
report northmere 2031-03-12T10:00Z
  Paris Velden and Austin Kos met. Velden said that reading was nice. Jordan Marsh won the race. Mr Lincoln told Ms London that of all men he was last.

expect no place "Paris"
expect no place "Austin"
expect no place "reading"
expect no place "nice"
expect no place "Jordan"
expect no place "Lincoln"
expect no place "of"
