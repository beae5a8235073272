# Teams and shares attack nobody; police who use tear gas beside a pitch do.
report northmere 2031-03-12T10:00Z
  Brazil attacked from the first whistle and beat Chile in the semi-final.

  Shares in Tokyo tumbled as sellers attacked the chip makers.

  Police fired tear gas at fans after the football match in Turin.

expect no event by="Brazil"
expect no event by="sellers"
expect event type=ASSAULT mode=crowd-control by="Police" "fired"
