# Words in quotation marks inside an indirect statement belong to it.
report northmere 2031-03-12T10:00Z
  Mayor Ana Kos said the plan was "a gift to smugglers" and would not survive the winter.

expect statement kind=mixed actor="Ana Kos" "the plan was \"a gift to smugglers\" and would not survive the winter"
expect no statement kind=direct
