report northmere 2031-03-12T10:00Z
  The Northern Port Authority (NPA) closed the harbour on Monday. The NPA said the ice was too thick.

expect actor name="Northern Port Authority" kind=organisation mentions=3
expect statement speaker="The NPA" actor="Northern Port Authority" "the ice was too thick"
