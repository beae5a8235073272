# Words that make a figure rough or a bound, in front of it and behind it; "equal to" bounds both ends.
report northmere 2031-03-12T10:00Z
  About 40 houses burned and nearly 300 cows died. The toll is equal to 5 or more. Fewer than ten boats came. The dam held 50,000 tonnes or less of water. Farms aged between 20 and 30 years closed, and a girl died at the age of 9. Workers aged 18 to 25 were hired.

expect figure value=40 low=none high=none approx=about of="houses" "About 40"
expect figure value=300 high=300 low=none approx=almost of="cows" "nearly 300"
expect figure value=10 high=10 approx=less_than "Fewer than ten"
expect figure kind=age value=9 unit=year "age of 9"
expect figure kind=age low=18 high=25 unit=year "aged 18 to 25"
expect figure value=5 low=5 high=none approx=at_least "equal to 5 or more"
expect figure kind=quantity value=50000 high=50000 low=none approx=at_most "50,000 tonnes or less"
