# Numbers in digits and words, with their units, and the thing counted.
report northmere 2031-03-12T10:00Z
  The ministers opened 31 new schools. Trade grew by more than 41 per cent to almost $27 billion. The convoy of twelve lorries carried 1,600 tonnes of wheat along 240 km in -15 °C. Ana Kos, 51, has led the agency since 2027. Her mother is 84 years old. The tax went up by a percentage of 12. Four per cent of 30 lorries were empty.

expect figure kind=number value=31 of="new schools" "31"
expect figure kind=percent value=41 low=41 unit=% approx=more_than "more than 41 per cent"
expect figure kind=money value=27000000000 high=27000000000 unit=USD approx=almost "almost $27 billion"
expect figure kind=number value=12 of="lorries" "twelve"
expect figure kind=quantity value=1600 unit=ton si=1600000 of="wheat" "1,600 tonnes"
expect figure kind=quantity value=240 unit=kilometer si=240000 "240 km"
expect figure kind=temperature value=-15 unit="degree celsius" "-15 °C"
expect figure kind=age value=51 unit=year "51"
expect figure kind=age value=84 unit=year "84 years old"
expect figure kind=percent value=12 unit=% rule="percentage of" "percentage of 12"
expect figure kind=percent value=4
expect figure kind=number value=30 of="lorries" "30"
expect no figure value=2027
