# Marks that never close, close twice or stand the wrong way cost their own paragraph and nothing else.
report northmere 2031-03-12T10:00Z
  "The first mark never closes, Ana Kos said.
  ''We stay,'' Pavel Hruska said.
  The 'old' mill's owner's brother didn't ” speak “ at all.
  «We go home, Dara Winn said.
  "We paid for it," Ilan Sorek said.

expect statement kind=direct actor="Pavel Hruska" "We stay,"
expect statement kind=direct actor="Ilan Sorek" "We paid for it,"
