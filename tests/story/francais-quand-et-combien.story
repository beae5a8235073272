# French: dates, days and what is counted from them; a decimal comma, millions and milliards, percent and money.
with model=fr_core_news_sm-3.8.0
report vesle 2031-03-12T10:00Z
  Le barrage a été inauguré le 3 mai 1998. Les travaux commenceront demain et dureront trois semaines.

  Le ministre a promis 4,5 millions d'euros. Les prix ont reculé de 0,2 % hier.

  Près de 1 200 habitants ont été évacués mardi. Le pays a payé 2,3 milliards de dollars.

expect time type=DATE value=1998-05-03 "3 mai 1998"
expect time type=DATE value=2031-03-13 "demain"
expect time type=DURATION value=P3W "trois semaines"
expect time type=DATE value=2031-03-11 "hier"
expect time type=DATE value=2031-03-11 "mardi"
expect figure kind=money value=4500000 unit=EUR "4,5 millions d'euros"
expect figure kind=percent value=0.2 "0,2 %"
expect figure kind=money value=2300000000 unit=USD "2,3 milliards de dollars"
expect figure kind=number value=1200 approx=almost
