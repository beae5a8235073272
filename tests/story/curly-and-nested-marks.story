report northmere 2031-03-12T10:00Z
  “He told me, ‘Go home,’ and I went,” Ana Kos said.
  ‘The mill is safe,’ said Pavel Hruska. ‘It’s the workers’ houses that aren’t.’

expect statement kind=direct actor="Ana Kos" "He told me, ‘Go home,’ and I went,"
expect statement kind=direct actor="Pavel Hruska" "The mill is safe, | It’s the workers’ houses that aren’t."
