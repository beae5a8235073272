# Whoever tells the text is one actor, and so is whoever is spoken to; quotations have an "I" of their own.
report northmere 2031-03-12T10:00Z
  I came to Tarn in March, and my brother met me at the mill.
  "I have a boat," said Ana Kos.
  You will remember her boat, and I will write again.

expect actor name="I" named="I | my | me | I"
expect actor name="Ana Kos" mentions=3 named="I | Ana Kos | her"
