# A fear or a rumour of a deed that nobody is said to do is no event.
report northmere 2031-03-12T10:00Z
  Fears of an invasion emptied the shops of Tarn.

  The minister dismissed rumours of an impending attack on the port.

expect no event type=ASSAULT
