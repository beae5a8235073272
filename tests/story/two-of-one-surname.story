# Two brothers: a surname alone goes to the one named last, and nobody else is invented.
report northmere 2031-03-12T10:00Z
  Ivo Kos runs the mill and Petr Kos runs the bank. Ivo Kos came to the meeting. Kos said the mill would close.

expect actor name="Ivo Kos" mentions=3
expect actor name="Petr Kos" mentions=1
expect no actor name="Kos"
