# One country under several names; its capital where it speaks for the government.
report northmere 2031-03-12T10:00Z
  The United States and Belarus reopened their embassies. Minsk said that the U.S. had asked for it.
  Belarusian farmers were pleased.

expect actor kind=country country=USA name="United States" mentions=2
expect actor kind=country country=BLR mentions=2 named="Belarus | Minsk"
expect statement speaker="Minsk" actor="Belarus" "that the U.S. had asked for it"
