# "Pounds", "marks" and "won" are money beside a price or behind a million; "$" after an article belongs to the dollar.
report northmere 2031-03-12T10:00Z
  The index fell below the 5000 mark. Of the 14 boats 3 won prizes. The sacks weigh 25 pounds each. The mill paid 25 pounds for a wheel. A fund of 7 million pounds was set up. It is a US$ 14 billion plan. Rs. 500 were stolen.

expect no figure kind=money value=5000
expect no figure kind=money value=3
expect figure kind=quantity value=25 unit=pound "25 pounds"
expect figure kind=money value=25 unit=GBP "25 pounds"
expect figure kind=money value=7000000 unit=GBP "7 million pounds"
expect figure kind=money value=14000000000 unit=USD "US$ 14 billion"
expect figure kind=money value=500 unit=rupee "Rs. 500"
