# Twin 3 of the report sitcen was asked for: two foreign ministers; guillemets, cues behind, the counterpart and the guest.
report danubewire 2031-02-18T18:30Z
  BELGRADE, 18 February. Serbian Foreign Minister Miloje Vasin received his Algerian counterpart, Samira Benhadj, in Belgrade on Tuesday.

  « We have two seas between us and no quarrel », Vasin said at the joint press conference.

  The head of Serbian diplomacy recalled that Algeria had taken in Serbian doctors in 1962. « My own aunt was among them », he said, « and she never complained of the heat. »

  Benhadj thanked the Serbian foreign minister for the invitation. « The minister asked me what I expected of this visit. I expect ships », she said.

  The Algerian minister stated that the port of Annaba would take Danube barges from April, « We have dredged the basin, we have built the crane, and now we are waiting for the barges. »

  According to the Algerian foreign minister, forty companies have already applied. She hoped that Serbia would lower its tariff on dates.

  Vasin said he understood the request. « Our farmers grow plums, not dates », the Serbian minister joked, « so I see no obstacle. »

  Commenting on reports of arms deliveries, Benhadj said: « I have seen those reports. They are false. We did not buy a single rifle. »

  The Algerian chief diplomat insisted that both countries stand by the arms embargo. Her host agreed with her.

  Both ministers condemned the attack on the ferry Zora.

  Lieutenant Colonel Dragan Pejic, spokesman of the Serbian River Flotilla, said that two patrol boats would escort the first convoy. According to him, the escort will turn back at the delta.

expect statement kind=direct actor="Miloje Vasin" "We have two seas between us and no quarrel"
expect statement kind=indirect actor="Miloje Vasin" speaker="The head of Serbian diplomacy" "that Algeria had taken in Serbian doctors in 1962"
expect statement kind=direct actor="Miloje Vasin" speaker="he" "My own aunt was among them | and she never complained of the heat."
expect statement kind=direct actor="Samira Benhadj" speaker="she" "The minister asked me what I expected of this visit. I expect ships"
expect statement kind=indirect actor="Samira Benhadj" speaker="The Algerian minister" "that the port of Annaba would take Danube barges from April"
expect statement kind=direct actor="Samira Benhadj" speaker="The Algerian minister" "We have dredged the basin, ..."
expect statement kind=indirect actor="Samira Benhadj" speaker="the Algerian foreign minister" "forty companies have already applied"
expect statement kind=indirect actor="Miloje Vasin" "he understood the request"
expect statement kind=direct actor="Miloje Vasin" speaker="the Serbian minister" "Our farmers grow plums, not dates | so I see no obstacle."
expect statement kind=direct actor="Samira Benhadj" "I have seen those reports. They are false. We did not buy a single rifle."
expect statement kind=indirect actor="Samira Benhadj" speaker="The Algerian chief diplomat" "that both countries stand by the arms embargo"
expect statement kind=indirect actor="Dragan Pejic" "that two patrol boats would escort the first convoy"
expect statement kind=indirect actor="Dragan Pejic" speaker="him" "the escort will turn back at the delta"
expect no statement actor=none parent=none
expect report statements=13
expect event type=CONSULT mode=visit actors="DZA GOV" recipients="SRB GOV" "received"
expect event type=ACCUSE actors="SRB GOV,DZA GOV" "condemned"
expect event type=SUPPORT actors="DZA GOV" recipients="SRB GOV" "thanked"
expect no event type=ACCUSE modality=asserted "complained"
expect no event type=ASSAULT
