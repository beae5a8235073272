# French and Slavic papers set a space inside the marks.
report northmere 2031-03-12T10:00Z
  « We have two seas between us », Ana Kos said.
  Pavel Hruska joked: « I see no obstacle. » The « guest » smiled.

expect statement kind=direct actor="Ana Kos" "We have two seas between us"
expect statement kind=direct actor="Pavel Hruska" "I see no obstacle."
expect report statements=2
