# Somebody who is never named is an actor if the text speaks of him again, or lets him speak; a passer-by is none.
report northmere 2031-03-12T10:00Z
  A farmer found the boat at dawn. The farmer called the police, and he waited by a tree for a train driver.
  A harbour guard said the boat was empty.

expect actor name="A farmer" mentions=3 named="A farmer | The farmer | he"
expect statement speaker="A harbour guard" actor="A harbour guard" "the boat was empty"
expect no actor name="a train driver"
