# Whoever signs the text tells it: "I" outside quotations is the author, and so is who says "I am Ana Kos".
report northmere 2031-03-12T10:00Z
  A winter on the river
  By Petra Lind
  I have lived in Tarn for a year. My neighbour, a miller, told me of the flood.
report pressgate 2031-03-12T10:00Z
  I live in Tarn. I am Ana Kos, and I run the mill.

expect actor in=northmere name="Petra Lind" named="Petra Lind | I | My | me"
expect actor in=pressgate name="Ana Kos" named="I | I | Ana Kos | I"
