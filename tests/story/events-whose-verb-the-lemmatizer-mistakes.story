# "Raped", "fined", "staged" are read as what they are, though the lemmatizer takes them for forms of rap, fin and stag.
report northmere 2031-03-12T10:00Z
  Soldiers raped three women in the village on Monday.

  Estonia fined the company.

  The minister rapped the opposition.

  Finland sent arms to Mali.

expect event type=ASSAULT by=Soldiers "raped"
expect no event type=ASSAULT by="The minister"
expect event type=AID actors=FIN recipients=MLI "sent"
