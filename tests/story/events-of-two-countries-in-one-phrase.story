# One phrase may name the leaders or the troops of several countries: each is a party.
report northmere 2031-03-12T10:00Z
  The presidents of Estonia and Latvia signed a treaty on Monday.

  Kenya threatened to cut its ties to Uganda and Rwanda.

expect event type=SUPPORT actors="EST GOV,LVA GOV" "signed"
expect event type=THREATEN actors=KEN recipients="UGA,RWA" "threatened"
