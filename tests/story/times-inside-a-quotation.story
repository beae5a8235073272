# Words in quotation marks count their days from the day they were spoken, where the text names it.
report northmere 2031-03-12T10:00Z
  "We will open the gates tomorrow," mayor Ana Kos said on Saturday. She left the town on Sunday.

  "The wall fell yesterday," said Petar Lum, a guard. He said that it would be mended tomorrow.

expect time value=2031-03-08 anchor=published "Saturday"
expect time value=2031-03-09 anchor="Saturday" rule="from the day it was said" "tomorrow"
expect time value=2031-03-09 anchor=published "Sunday"
expect time value=2031-03-11 anchor=published "yesterday"
expect time value=2031-03-13 anchor=published "tomorrow"
