# To claim that another did wrong is to accuse him; what one claims of oneself is not, nor what an accused is tried for.
report northmere 2031-03-12T10:00Z
  Kenya claimed that Uganda had bombed two villages.

  The rebels claimed that they had killed nine soldiers.

  A court in Riga jailed a nurse for helping the separatists.

expect event type=ACCUSE mode=allege actors=KEN recipients=UGA "claimed"
expect no event type=ACCUSE by="The rebels"
expect event type=COERCE mode=arrest "jailed"
expect no event type=AID
