# What is said of nobody else, not commented on, or goes off the road, is no event.
report northmere 2031-03-12T10:00Z
  Leaves should be raked before Friday, the mayor said. "We should see some change," she said.

  The spokesman declined to comment. The ministry refused to name the suspect.

  The witness suggested that a falling branch had caused the noise.

  His motorcycle went off the road near Tartu on Tuesday.

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
  The plate came after lengthy court battles.

  The bank has received 5 million euros.

  The candidate suspended his campaign.

expect no event in=tidings
