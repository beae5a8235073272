# A talk of two that is written down without names: by turns, "I" here is "you" there.
report northmere 2031-03-12T10:00Z
  Did you see my keys?
  I put them on the table.
  Are you sure?
  I saw you take them.
  I took the bread.
  Then I have no idea.
  Could you look again?
  I am looking.

expect actor name="you" named="you | I | you | I | I | you | I"
expect actor name="my" named="my | you | I"
