# Twin 2 of the report sitcen was asked for: a woman and a man, both prime ministers; straight marks, cue behind or inside.
report fjordpost 2031-09-04T16:05Z
  "We did not come here for photographs," Ingrid Solheim told reporters in Lisbon on Thursday. "We came to decide who pays for the cable, and we did."

  The Norwegian prime minister and her Portuguese counterpart, Duarte Falcao, had talked for five hours. It was the third meeting of the two prime ministers this year.

  "Norway will pay for the sea, Portugal for the land," Falcao said. "That is fair, and it is done." He said the first stretch would be laid in May.

  "I have waited for this since I was a mayor," the Portuguese premier added, smiling. "My mother asked me every Sunday when the cable would come."

  Solheim denied that her government had threatened to leave the project. "We never said that," she said. "We said that we could count."

  The Norwegian leader also promised that no fisherman would lose his licence. "Not one," she said.

  According to the head of the Portuguese government, the cable will cost 3.1 billion euros, a fifth more than planned. "Steel does not listen to ministers," Falcao said.

  Duarte Falcao and Ingrid Solheim on the terrace of the Palace of Sao Bento. Photo: Fjordpost

  Asked about the protests in Bergen, the Norwegian premier replied: "People may protest. I would worry if they did not."

  Energy Minister Knut Aamodt, who travelled with Solheim, said the two navies would guard the route together. He warned that sabotage would be answered.

  The prime ministers of Norway and Portugal signed the agreement in the evening. The two heads of government then dined with the fishermen of Peniche.

  "She bargains like a skipper," Falcao said of Solheim, "and I mean it as praise."

expect statement kind=direct actor="Ingrid Solheim" addressee="reporters" "We did not come here for photographs, | We came to decide who pays for the cable, and we did."
expect statement kind=direct actor="Duarte Falcao" "Norway will pay for the sea, Portugal for the land, | That is fair, and it is done."
expect statement kind=indirect actor="Duarte Falcao" speaker="He" "the first stretch would be laid in May"
expect statement kind=direct actor="Duarte Falcao" speaker="the Portuguese premier" "I have waited for this since I was a mayor, | My mother asked me every Sunday when the cable would come."
expect statement kind=indirect actor="Ingrid Solheim" modality=denied "that her government had threatened to leave the project"
expect statement kind=direct actor="Ingrid Solheim" speaker="she" "We never said that, | We said that we could count."
expect statement kind=indirect actor="Ingrid Solheim" speaker="The Norwegian leader" modality=pledged "that no fisherman would lose his licence"
expect statement kind=direct actor="Ingrid Solheim" speaker="she" "Not one,"
expect statement kind=indirect actor="Duarte Falcao" speaker="the head of the Portuguese government" "the cable will cost 3.1 billion euros, a fifth more than planned"
expect statement kind=direct actor="Duarte Falcao" "Steel does not listen to ministers,"
expect statement kind=direct actor="Ingrid Solheim" speaker="the Norwegian premier" "People may protest. I would worry if they did not."
expect statement kind=indirect actor="Knut Aamodt" "the two navies would guard the route together"
expect statement kind=indirect actor="Knut Aamodt" speaker="He" modality=threatened "that sabotage would be answered"
expect statement kind=direct actor="Duarte Falcao" "She bargains like a skipper, | and I mean it as praise."
expect no statement actor=none parent=none
expect report statements=14
expect event type=CONSULT actors="NOR GOV,PRT GOV" "meeting"
expect event type=THREATEN modality=denied "threatened"
expect event type=THREATEN modality=asserted by=He "warned"
expect event type=AGREE by="The Norwegian leader" "promised"
expect event type=SUPPORT actors="NOR GOV,PRT GOV" "signed"
expect no event type=PROTEST modality=asserted
expect no event type=ASSAULT
