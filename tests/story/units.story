# A brigade is a unit, and stays one under its number alone.
report northmere 2031-03-12T10:00Z
  The 3rd Rescue Brigade left Tarn on Monday. The brigade said that its boats were ready.

expect actor kind=unit name="3rd Rescue Brigade" named="3rd Rescue Brigade | The brigade | its"
expect statement speaker="The brigade" actor="3rd Rescue Brigade" "that its boats were ready"
