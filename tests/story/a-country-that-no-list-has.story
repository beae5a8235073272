# A village of the gazetteer that is called like an invented country is not that country.
report northmere 2031-03-12T10:00Z
  Karvia denied that its coastguard had opened fire. The Karvian navy sent a frigate from Karvia to the strait.

expect place name=Karvia gazetteer=none
expect no place country=FIN in=northmere
report tidings 2031-03-12T10:00Z
  A barn burnt down in Karvia, Finland, on Tuesday.

expect place name=Karvia country=FIN in=tidings
