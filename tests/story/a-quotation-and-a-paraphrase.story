# A colon behind a paraphrase: the quotation goes on in the same statement.
report northmere 2031-03-12T10:00Z
  Ana Kos said that the plan had one fault: "It forgets the people who live there."

expect statement kind=mixed actor="Ana Kos" "that the plan had one fault: \"It forgets the people who live there.\""
