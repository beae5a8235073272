# One person in two transliterations; a wife's surname is no spelling of her husband's.
report northmere 2031-03-12T10:00Z
  Aleksandr Milashenko spoke in Tarn on Monday. The minister Alexander Milashenka said that the mill would stay.
  Mr Milašenko did not take questions. Later the singer Pavel Dorin met Olga Dorina.

expect actor name="Aleksandr Milashenko" mentions=3 named="Aleksandr Milashenko | Alexander Milashenka | Milašenko"
expect actor name="Pavel Dorin" named="the singer | Pavel Dorin"
expect actor name="Olga Dorina" mentions=1
