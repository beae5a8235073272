# Who did it is the subject of an active verb and the agent of a passive one.
report northmere 2031-03-12T10:00Z
  Turkish police arrested three students in Tarn.

  Two villagers were killed by rebels near the border of Chad.

  Kenya expelled the ambassador of Sudan.

expect event type=COERCE mode=arrest actors="TUR COP" by="Turkish police" modality=asserted statement=none rule=verb "arrested"
expect event type=ASSAULT by="rebels near the border of Chad" to="Two villagers" modality=asserted "killed"
expect event type=SANCTION mode=expel actors="KEN" "expelled"
