# A counterpart holds the same office elsewhere; an office that is told once is known under its other names.
report northmere 2031-03-12T10:00Z
  Latvian Foreign Minister Ilze Berzkalne and her Maltese counterpart, Karmenu Zahra, met in Riga. "We agree on fish," the Maltese chief diplomat said.
  The head of Latvian diplomacy said that fish was a beginning.
  "We will talk about boats next," the Maltese minister added.

expect statement speaker="the Maltese chief diplomat" actor="Karmenu Zahra" "We agree on fish,"
expect statement speaker="The head of Latvian diplomacy" actor="Ilze Berzkalne" "that fish was a beginning"
expect statement speaker="the Maltese minister" actor="Karmenu Zahra" "We will talk about boats next,"
