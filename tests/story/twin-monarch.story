# Twin 4 of the report sitcen was asked for: a king and a chancellor; '' for marks, one quotation over two paragraphs.
report alpenbote 2031-06-21T11:15Z
  King Faris of Jordan and Austrian Chancellor Veronika Haslinger met in Vienna on Friday, a day before the two will open a hospital train in Villach.

  ''The train is small, but it stops where others do not,'' the monarch said after the meeting. ''That is why we paid for it.''

  The king dismissed a suggestion that Jordan was buying influence. ''One buys influence with less noise,'' he said.

  Haslinger said that Austria would staff the train for three years. Her cabinet will meet again in May.

  ''We have learned from the winter of 2029,'' the Austrian leader told the newspaper Alpenbote.

  ''We had doctors, and we had medicine, and we had no way of bringing one to the other. That will not happen to us again.

  ''And if it does, I will answer for it.''

  In the view of the Jordanian monarch, aid must be visible to be trusted. ''People believe a red crescent on a door,'' he explained, ''not a figure in a budget.''

  King Faris said he would travel to Villach by rail. The Jordanian king has not visited Austria since 2024.

  The Austrian head of government rejected criticism from the opposition. ''Twelve wagons are no foreign policy,'' she said. ''They are twelve wagons.''

  Colonel Amer Haddad, the king's military doctor, said the train carried two operating theatres. ''We tested both in the desert,'' Colonel Haddad said. ''The dust was the worst of it.''

  The two leaders will meet the crew on Saturday.

expect statement kind=direct actor="Faris" speaker="the monarch" "The train is small, but it stops where others do not, | That is why we paid for it."
expect statement kind=direct actor="Faris" speaker="he" "One buys influence with less noise,"
expect statement kind=indirect actor="Veronika Haslinger" "that Austria would staff the train for three years"
expect statement kind=direct actor="Veronika Haslinger" speaker="the Austrian leader" "We have learned from the winter of 2029, | We had doctors, ..."
expect statement kind=indirect actor="Faris" speaker="the Jordanian monarch" "aid must be visible to be trusted"
expect statement kind=direct actor="Faris" speaker="he" "People believe a red crescent on a door, | not a figure in a budget."
expect statement kind=indirect actor="Faris" "he would travel to Villach by rail"
expect statement kind=direct actor="Veronika Haslinger" speaker="she" "Twelve wagons are no foreign policy, | They are twelve wagons."
expect statement kind=indirect actor="Amer Haddad" "the train carried two operating theatres"
expect statement kind=direct actor="Amer Haddad" "We tested both in the desert, | The dust was the worst of it."
expect no statement actor=none parent=none
expect report statements=10
expect event type=CONSULT mode=visit modality=denied recipients="AUT" "visited"
expect event type=REJECT by="The king" "dismissed"
expect event type=REJECT actors="AUT GOV" "rejected"
expect event type=AGREE modality=predicted by="The two leaders" "meet"
expect no event type=ASSAULT
expect no event type=SANCTION
