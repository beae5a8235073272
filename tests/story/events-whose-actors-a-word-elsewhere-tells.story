# Whose somebody is, is told where the text names him; "UN troops" are of no country; a people is not its namesake's.
report northmere 2031-03-12T10:00Z
  The Kenyan police came at dawn. They arrested a smuggler from Latvia.

  African Union soldiers attacked a camp near the river.

  Ethnic Hungarians marched in Romania on Sunday while Slovakia looked on.

  Students rioted at a bank in Nairobi, an envoy of Uganda said.

expect event type=COERCE actors="KEN COP" by="They" "arrested"
expect event type=ASSAULT by="African Union soldiers" actors="IGO MIL" "attacked"
expect no event type=PROTEST actors=HUN
expect event type=PROTEST actors=ROU "marched"
expect event type=PROTEST actors="KEN EDU" "rioted"
