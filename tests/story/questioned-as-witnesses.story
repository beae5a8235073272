# Marks around words of a report: those who were questioned did not say them.
report northmere 2031-03-12T10:00Z
  Fourteen sailors were being questioned "as witnesses and in good health", the Foreign Ministry said in a statement.

expect statement kind=mixed speaker="the Foreign Ministry" "Fourteen sailors were being questioned \"as witnesses and in good health\""
expect no statement speaker="Fourteen sailors"
expect report statements=1
