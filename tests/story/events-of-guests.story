# Where ministers of other countries meet does not say whose they are; nor does the only country named.
report northmere 2031-03-12T10:00Z
  The foreign ministers of both countries met in Geneva on Thursday.

  Ministers met in Zurich for talks on Friday.

expect event type=CONSULT by="The foreign ministers of both countries" actors="? GOV" "met"
expect event type=CONSULT by="Ministers" actors="? GOV" "met"
expect no event actors="CHE GOV"
