# Words of war about other things are no events.
report northmere 2031-03-12T10:00Z
  Rising rents are killing small bookshops.

  A storm of criticism hit the railway company.

  Her speech bombed before an audience of bankers.

  The drought has laid siege to the capital.

expect no event type=ASSAULT
