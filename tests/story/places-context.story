# Of places of one name the report's other places decide, and what stands behind a comma.
report northmere 2031-03-12T10:00Z
  The ferry between Dover and Calais will be closed on Monday. In Paris the ministry said that the port was safe. Trains from London to Paris will run.
report pressgate 2031-03-12T10:00Z
  A barn burnt down near Paris, Texas, on Monday. Firemen came from Dallas and Fort Worth. Nobody in Paris was hurt.

expect place in=northmere name="Paris" country=FRA precision=settlement "Paris"
expect place in=northmere name="Dover" country=GBR
expect place in=pressgate country=USA gazetteer="geonames:4717560" "Paris"
expect no place in=pressgate country=FRA
expect place in=pressgate name="Texas" precision=admin "Texas"
