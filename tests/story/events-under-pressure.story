# Who is pressed is asked; what he is asked is no event of its own. A state of emergency restricts, unless a disaster calls for it.
report northmere 2031-03-12T10:00Z
  Estonia is being pressed by Latvia to release the sailors.

  Kenya faces pressure from Uganda to reopen the border.

  Mali declared a state of emergency after the coup.

report pressgate 2031-03-12T10:00Z
  Floods swept through the valley. The Kenyan government declared a state of emergency.

expect event type=REQUEST actors=LVA recipients=EST in=northmere "pressed"
expect event type=REQUEST actors=UGA recipients=KEN in=northmere "faces"
expect no event type=RETREAT in=northmere
expect event type=COERCE mode=martial-law actors=MLI in=northmere "declared"
expect no event type=COERCE in=pressgate
