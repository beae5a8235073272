# A light verb lends its subject to the noun.
report northmere 2031-03-12T10:00Z
  Norway and Finland held talks in Oslo.

  Rebels carried out an attack on an army base in Mali.

  Teachers in Kenya went on strike.

expect event type=CONSULT actors="NOR,FIN" rule="light verb" "held talks"
expect event type=ASSAULT by="Rebels" "carried out an attack"
expect event type=PROTEST mode=strike actors="KEN EDU" "went"
