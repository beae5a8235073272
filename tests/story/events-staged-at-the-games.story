# Activists protest at the Games too; whoever attends a summit on unrest does not riot; arms that are sent are help.
report northmere 2031-03-12T10:00Z
  French and Danish activists staged a protest in Beijing on Wednesday, close to the stadium where the Olympics will open.

  The minister attended a summit in Oslo on the unrest in Chad.

  Norway delivered ammunition to Estonia.

expect event type=PROTEST "staged"
expect no event type=PROTEST by="The minister"
expect event type=AID context=military actors=NOR recipients=EST "delivered"
