# Full name, surname, title and surname, and the "we" of his own quotation: one actor.
report northmere 2031-03-12T10:00Z
  Russian Minister of Defence Oleg Ardashev arrived in Minsk on Monday. Ardashev met the Belarusian chief of staff. "We are content," Mr Ardashev said.

expect actor name="Oleg Ardashev" kind=person mentions=4 named="Oleg Ardashev | Ardashev | We | Ardashev" country=RUS role="Minister of Defence" of=RUS sector=GOV
expect statement kind=direct actor="Oleg Ardashev" "We are content,"
expect no actor name="Ardashev"
expect no actor name="Minsk"
