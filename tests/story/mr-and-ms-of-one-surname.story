# A given name tells a man from a woman, and so which of two with one surname "Ms Kos" is.
report northmere 2031-03-12T10:00Z
  Ana Kos runs the mill and Peter Kos runs the bank. Peter Kos came to the meeting. Ms Kos said the mill would close.

expect statement speaker="Ms Kos" actor="Ana Kos" "the mill would close"
expect actor name="Ana Kos" mentions=2
