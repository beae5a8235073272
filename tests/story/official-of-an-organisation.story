# A person's role names the organisation; the person speaks, not the organisation.
report northmere 2031-03-12T10:00Z
  Petra Lind, a spokeswoman for the World Health Organization, said the fever had reached Georgia.
  The WHO said that two teams were on their way.

expect actor name="Petra Lind" kind=person role=spokeswoman of="World Health Organization"
expect statement actor="Petra Lind" "the fever had reached Georgia"
expect statement speaker="The WHO" actor="World Health Organization" "that two teams were on their way"
expect actor name="World Health Organization" kind=organisation mentions=2 sector=IGO
