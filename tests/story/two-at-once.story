# "The two presidents" are both of them: a mention of each, and neither alone speaks.
report northmere 2031-03-12T10:00Z
  Estonian President Mart Kask met Latvian President Andris Vanags in Narva. The two presidents opened a bridge.
  The presidents of Estonia and Latvia then had lunch. "We were hungry," both heads of state said.
  The Estonian farmer Jaan Tamm watched the two leaders.

expect actor name="Mart Kask" named="Mart Kask | The two presidents | The presidents of Estonia and Latvia | We | both heads of state | the two leaders"
expect actor name="Andris Vanags" named="Andris Vanags | The two presidents | The presidents of Estonia and Latvia | We | both heads of state | the two leaders"
expect actor name="Jaan Tamm" mentions=1
expect statement kind=direct speaker="both heads of state" actor=none candidates=2 "We were hungry,"
