# Twin 5 of the report sitcen was asked for: the head of an organisation and a president; German marks, epithets by organisation.
report prutnews 2031-10-02T07:50Z
  OSCE chief in Chisinau: We need answers, not maps

  OSCE Secretary General Helmi Varda met Moldovan President Ion Trifan in Chisinau on Wednesday. The two then visited the bridge at Vadul Mare, which was damaged in August.

  „I have seen many bridges, and I have seen many excuses“, Varda told journalists at the bridge. „This one fell because nobody looked at it.“

  The OSCE Secretary General announced that the organisation would send nine engineers. „They will look at it“, the head of the OSCE said.

  Ion Trifan welcomed the decision. „We asked for engineers in March“, the Moldovan leader said, „and we are grateful that they arrive before the ice.“

  The Head of State expressed the hope that the bridge would be open by December, „By then we will know who cut the cables, and we will say it aloud.“

  „I make no accusation“, the president of Moldova went on. „I ask a question.“

  Varda, a former Finnish defence minister, stressed that her organisation does not investigate crimes. „We report what we see“, she noted. „We do not guess.“

  According to the OSCE chief, the engineers will publish their findings by the end of October.

  „If the findings are clear, there will be consequences“, President Trifan warned.

  Interior Minister Doina Rusu told the secretary general that two men had been detained. According to her, both had worked on the bridge.

  The secretary general and the president did not take questions about the border posts.

expect statement kind=direct actor="Helmi Varda" "I have seen many bridges, and I have seen many excuses | This one fell because nobody looked at it."
expect statement kind=indirect actor="Helmi Varda" speaker="The OSCE Secretary General" "that the organisation would send nine engineers"
expect statement kind=direct actor="Helmi Varda" speaker="the head of the OSCE" "They will look at it"
expect statement kind=direct actor="Ion Trifan" speaker="the Moldovan leader" "We asked for engineers in March | and we are grateful that they arrive before the ice."
expect statement kind=direct actor="Ion Trifan" speaker="The Head of State" "By then we will know who cut the cables, and we will say it aloud."
expect statement kind=direct actor="Ion Trifan" speaker="the president of Moldova" "I make no accusation | I ask a question."
expect statement kind=indirect actor="Helmi Varda" "that her organisation does not investigate crimes"
expect statement kind=direct actor="Helmi Varda" speaker="she" "We report what we see | We do not guess."
expect statement kind=indirect actor="Helmi Varda" speaker="the OSCE chief" "the engineers will publish their findings by the end of October"
expect statement kind=direct actor="Ion Trifan" modality=threatened "If the findings are clear, there will be consequences"
expect statement kind=indirect actor="Doina Rusu" addressee="the secretary general" "that two men had been detained"
expect statement kind=indirect actor="Doina Rusu" speaker="her" "both had worked on the bridge"
expect statement actor="Helmi Varda" speaker="OSCE chief" "We need answers, not maps"
expect statement kind=indirect actor="Ion Trifan" speaker="The Head of State" modality=wished "that the bridge would be open by December"
expect no statement actor=none parent=none
expect report statements=14
expect event type=CONSULT by="OSCE Secretary General Helmi Varda" "met"
expect event type=THREATEN actors="MDA GOV" by="President Trifan" "warned"
expect event type=COERCE mode=arrest to="two men" "detained"
expect event type=ACCUSE modality=denied "make no accusation"
expect no event type=ACCUSE modality=asserted
expect no event type=ASSAULT
