# What stands in front of a full name tells which of two with one surname "Ms Kos" is; a given name alone tells nothing.
report northmere 2031-03-12T10:00Z
  Ms Ana Kos runs the mill and Mr Peter Kos runs the bank. Peter Kos came to the meeting. Ms Kos said the mill would close.

expect statement speaker="Ms Kos" actor="Ana Kos" "the mill would close"
expect actor name="Ana Kos" mentions=2
