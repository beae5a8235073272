# A noun is an event too: "the visit of X to Y", "X's attack on Y", "talks between X and Y".
report northmere 2031-03-12T10:00Z
  The visit of President Ana Kos to Estonia ended on Tuesday.

  The Israeli attack on the port of Beirut lasted an hour.

  Talks between Chile and Peru began in Lima.

expect event type=CONSULT mode=visit recipients="EST" rule=noun "visit"
expect event type=ASSAULT actors="ISR" rule=noun "attack"
expect event type=CONSULT actors="CHL,PER" "Talks"
