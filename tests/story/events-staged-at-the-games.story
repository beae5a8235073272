# Activists protest at the Games too; whoever attends a conference on riots does not riot; arms that are sent are help.
report northmere 2031-03-12T10:00Z
  French and Danish activists staged a protest in Rome on Friday, outside the arena of the Olympics.

  The minister attended a conference in Oslo on the riots in Chad.

  Norway delivered ammunition to Estonia.

expect event type=PROTEST "staged"
expect no event type=PROTEST by="The minister"
expect event type=AID context=military actors=NOR recipients=EST "delivered"
