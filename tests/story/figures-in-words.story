# Numbers in words: hundreds, scales, halves and thirds, dozens, "one in five", orders.
report northmere 2031-03-12T10:00Z
  Three hundred and two houses burned. Two and a half million people live in the valley, a third of them in Brennau. Half a million left. One in five came back. The twenty-first bridge fell. Minus four was read at the dam. A dozen boats came, then three dozen more.

expect figure value=302 of="houses" "Three hundred and two"
expect figure value=2500000 of="people" "Two and a half million"
expect figure value=0.3333 "a third"
expect figure value=500000 "Half a million"
expect figure value=0.2 "One in five"
expect figure kind=ordinal value=21 "twenty-first"
expect figure value=-4 "Minus four"
expect figure value=12 "A dozen"
expect figure value=36 "three dozen"

report pressgate 2031-03-12T11:00Z
  Dozens of boats sank. Tens of thousands of people fled the valley, several hundred of them by boat. The repairs will cost billions of dollars.

expect figure value=none low=24 approx=about of="boats" "Dozens"
expect figure value=none low=20000 of="people" "Tens of thousands"
expect figure value=none low=200 "several hundred"
expect figure kind=money value=none low=2000000000 unit=USD "billions of dollars"
