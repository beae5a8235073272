# What is said of nobody else, not commented on, or goes off a track, is no event.
report northmere 2031-03-12T10:00Z
  Hedges should be trimmed before Friday, the mayor said. "We should expect better days," she said.

  The spokesman declined to comment. The ministry refused to name the suspect.

  The witness suggested that the lamp had been broken for years.

  Her tractor went off the track at Tartu on Tuesday.

  The minister called the plan "out of the question for Estonia".

  The president said that the rebels must leave Kano. Economists agree that the winner will get to ride the bus.

expect no event type=REJECT
expect no event type=ASSAULT
expect no event type=REQUEST by="The witness"
expect no event type=REQUEST "called"
expect no event type=REQUEST by="the mayor"
expect no event type=REQUEST by="she"
expect event type=REQUEST by="The president" "said"
report tidings 2031-03-12T10:00Z
  The park was opened after years of court battles.

  The bank has received 5 million euros.

  The candidate suspended his campaign.

expect no event in=tidings
