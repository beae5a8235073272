# A denial is no assertion: what is denied carries its modality.
report northmere 2031-03-12T10:00Z
  Velmora's foreign minister, Rosa Tallis, denied that her country had sent troops to Georgia.
  "We never signed such a paper," she said.

expect statement speaker="Velmora's foreign minister" actor="Rosa Tallis" modality=denied by="denied" "that her country had sent troops to Georgia"
expect statement kind=direct speaker="she" actor="Rosa Tallis" "We never signed such a paper,"
expect actor name="Rosa Tallis" kind=person role="foreign minister" of=Velmora
expect actor name="Georgia" kind=country country=GEO
