# Whose people they are: what stands beside them says it, a table or the gazetteer; the only country of the sentence where nothing does.
report northmere 2031-03-12T10:00Z
  Lagos police arrested three students on Monday.

  Officials in Marseille condemned the strike.

  The Norovian police arrested a captain from Estonia.

  Police arrested a captain from Estonia.

  Muslim protesters threw stones at the army in Chad.

  Gunmen opened fire on Saturday.

expect event type=COERCE actors="NGA COP" by="Lagos police"
expect event type=ACCUSE actors="FRA GOV" by="Officials in Marseille"
expect event type=COERCE actors="? COP" by="The Norovian police"
expect event type=COERCE actors="EST COP" place=none by="Police"
expect no event to="Saturday"
