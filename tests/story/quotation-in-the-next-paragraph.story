# A comma or a colon at the end of a paragraph introduces the quotation that opens the next.
report pressgate 2031-03-12T10:00Z
  The president of Belarus wished the guests a safe journey,
  “We shall meet again in the spring. Bring warm coats.”
  Ana Kos replied:
  “We always do.”

expect statement kind=direct speaker="The president of Belarus" "We shall meet again in the spring. Bring warm coats."
expect statement kind=direct actor="Ana Kos" cue="replied" "We always do."
