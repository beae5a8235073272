# The plainest form of a quotation, with the speaker behind it.
report northmere 2031-03-12T10:00Z
  "The harbour will stay open all winter," said Ana Kos, the mayor of Tarn.

expect statement kind=direct speaker="Ana Kos" actor="Ana Kos" cue="said" "The harbour will stay open all winter,"
expect actor name="Ana Kos" kind=person mentions=2 named="Ana Kos | the mayor of Tarn" role="mayor of Tarn"
expect no statement kind=indirect
