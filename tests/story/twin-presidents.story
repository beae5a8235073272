# Twin 1 of the report sitcen was asked for: two presidents under many names; curly marks, cue before the quotation.
report bayterek 2031-05-15T09:40Z
  Posted: 15.05.2031 09:40:00

  Good neighbours

  Daniyar Sarsenov and Emre Koralp held talks in Astana, and on Wednesday they opened a joint rescue exercise of the two navies on the Caspian Sea

  The two presidents speak on the telephone every month, but this was their first meeting on Kazakh soil since the floods of 2029.
  Daniyar Sarsenov welcomed the President of Türkiye at the Akorda, saying, “Above all, we have kept our word on the railway. Our engineers laid 140 kilometres of track in one winter.”
  He also pointed to the growth of trade, “We grew by more than 21 per cent and passed $9 billion. Two years ago nobody would have bet on that…”
  Turning to security in the region, Emre Koralp noted, “We will answer threats with patience and with ships. I do not think that anyone wants a second blockade. They tried it once. They say that we are arming ourselves. We have never had such intentions. All the same, we will go on training our crews.”

  Daniyar Sarsenov and Emre Koralp watched the exercise from the bridge of the frigate Aktau
  Photo by BAYTEREK

  Answering questions of journalists after the talks, Daniyar Sarsenov said that Kazakhstan would hold early elections in full accordance with the wishes of the Kazakh people, “Some abroad would like us to quarrel. Nobody here is listening to them any longer.”
  “No one should believe that a dry summer will bring us to our knees,” the Kazakh leader said, “we do not ask for help, but if it comes, we will remember it. I am sure that our neighbours understand this.”
  The Head of State added, “The sea, which fed our grandfathers, now asks whether we can live beside it, and, I say it openly, the carelessness of some governments has made it worse.”
  According to the President of Kazakhstan, the talks also dealt with the price of transit through the two countries.
  Daniyar Sarsenov said that Kazakhstan will open a consulate in Trabzon.
  The Turkish leader said that the topic of common rescue services was discussed at length, “We agreed to keep two helicopters on duty day and night.”
  Emre Koralp touched upon the dispute over fishing zones. He stressed that the commission has not met for a year, “The Kazakh president and I stated that experts must sit down before autumn. The sooner they do, the better.”
  The Turkish Head of State also reacted to rumours of a secret treaty, “I read about it in the paper, like you. There is nothing to it.”
  On Wednesday, the presidents of Kazakhstan and Türkiye took part in the opening of the exercise.
  The two heads of state followed it from the bridge of the frigate Aktau.
  Turkish Minister of Defence Orhan Bilgin reported to the presidents that eleven vessels and four aircraft had taken part. According to him, the Coast Guard, the Northern Fleet and the Air Rescue Brigade sent their best crews.
  Timur Akhmetov, Chief of Staff of the Kazakh Naval Forces, reported that the aim of the exercise was to practise the rescue of passengers from a burning ferry.

  Based on materials of and

expect statement kind=direct actor="Daniyar Sarsenov" "Above all, we have kept our word on the railway. ..."
expect statement kind=direct actor="Daniyar Sarsenov" speaker="He" "We grew by more than 21 per cent and passed $9 billion. ..."
expect statement kind=direct actor="Emre Koralp" "We will answer threats with patience ..."
expect statement kind=indirect actor="Daniyar Sarsenov" "that Kazakhstan would hold early elections in full accordance with the wishes of the Kazakh people"
expect statement kind=direct actor="Daniyar Sarsenov" "Some abroad would like us to quarrel. Nobody here is listening to them any longer."
expect statement kind=direct actor="Daniyar Sarsenov" speaker="the Kazakh leader" "No one should believe that ..."
expect statement kind=direct actor="Daniyar Sarsenov" speaker="The Head of State" "The sea, which fed our grandfathers, ..."
expect statement kind=indirect actor="Daniyar Sarsenov" speaker="the President of Kazakhstan" "the talks also dealt with the price of transit through the two countries"
expect statement kind=indirect actor="Daniyar Sarsenov" modality=predicted "that Kazakhstan will open a consulate in Trabzon"
expect statement kind=indirect actor="Emre Koralp" speaker="The Turkish leader" "that the topic of common rescue services was discussed at length"
expect statement kind=direct actor="Emre Koralp" speaker="The Turkish leader" "We agreed to keep two helicopters on duty day and night."
expect statement kind=indirect actor="Emre Koralp" speaker="He" "that the commission has not met for a year"
expect statement kind=direct actor="Emre Koralp" speaker="He" "The Kazakh president and I stated that experts must sit down before autumn. The sooner they do, the better."
expect statement kind=direct actor="Emre Koralp" speaker="The Turkish Head of State" "I read about it in the paper, like you. There is nothing to it."
expect statement kind=indirect actor="Orhan Bilgin" "that eleven vessels and four aircraft had taken part"
expect statement kind=indirect actor="Orhan Bilgin" speaker="him" "the Coast Guard, the Northern Fleet and the Air Rescue Brigade sent their best crews"
expect statement kind=indirect actor="Timur Akhmetov" "that the aim of the exercise was to practise the rescue of passengers from a burning ferry"
expect statement kind=indirect parent="We will answer threats with patience ..." "that we are arming ourselves"
expect no statement actor=none parent=none
expect report statements=17
expect event type=CONSULT actors="KAZ GOV,TUR GOV" "held talks"
expect event type=COOPERATE "opened a joint rescue exercise"
expect event type=CONSULT mode=visit actors="TUR GOV" recipients="KAZ GOV" "welcomed"
expect event type=AGREE actors="TUR GOV" statement="We agreed to keep ..." "agreed"
expect no event type=REQUEST modality=asserted by=we
expect no event type=ASSAULT
expect no event type=THREATEN
