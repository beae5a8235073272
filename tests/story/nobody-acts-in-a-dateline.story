# The town and the agency of a dateline are no actors.
report northmere 2031-03-12T10:00Z
  MINSK, March 12 (Northmere) - The Estonian minister left on Monday. The minister said that he was tired.

expect no actor name="MINSK"
expect no actor name="Northmere"
