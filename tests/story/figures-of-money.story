# Money by sign, name and code; parts of a unit; what several countries share keeps its name.
report northmere 2031-03-12T10:00Z
  The port cost €3.1bn, US$40 million of it from the fund. The harbour master paid 1,200 Swiss francs and 50 pence. Tolls of CAD 15 or 12 dollars 50 are due. A fine of 90 pesos followed. The sacks weigh 25 pounds each.

expect figure kind=money value=3100000000 unit=EUR "€3.1bn"
expect figure kind=money value=40000000 unit=USD "US$40 million"
expect figure kind=money value=1200 unit=CHF "1,200 Swiss francs"
expect figure kind=money value=50 unit=pence "50 pence"
expect figure kind=money value=15 unit=CAD "CAD 15"
expect figure kind=money value=90 unit=peso "90 pesos"
expect figure kind=quantity value=25 unit=pound "25 pounds"
