# Words in quotation marks that nobody says: a nickname, a title, a word held at arm's length.
report northmere 2031-03-12T10:00Z
  The so-called "people's council" met in a barn. Pavel Hruska, known as "the Beaver", wrote the novel "The Long Dam".

expect no statement kind=direct
expect no statement "the Beaver"
expect no statement "people's council"
