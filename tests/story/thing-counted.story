# The thing that a figure counts and the verb that it stands under; of an amount the subject that it measures.
report northmere 2031-03-12T10:00Z
  Twelve people were killed and 30 soldiers died in the flood. The storm destroyed 28 wooden houses. Unemployment rose to 5.4 per cent. The new port cost 31 million euros. About 40 per cent of the farmers left.

expect figure value=12 of="people" thing="people" act=kill "Twelve"
expect figure value=30 thing="soldier" act=die "30"
expect figure value=28 of="wooden houses" thing="wooden house" act=destroy "28"
expect figure kind=percent value=5.4 of="Unemployment" thing="unemployment" act=rise "5.4 per cent"
expect figure kind=money value=31000000 of="new port" thing="new port" act=cost "31 million euros"
expect figure kind=percent value=40 of="farmers" thing="farmer" act=leave "About 40 per cent"
