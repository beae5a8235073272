# A quotation over paragraphs: each opens with a mark, only the last closes. It is one statement.
report northmere 2031-03-12T10:00Z
  "We opened the gates at noon," Pavel Hruska said. "The water came faster than we had thought.

  "By evening the lower town was gone.

  "Nobody could have stopped it."

  The river fell on Friday.

expect statement kind=direct actor="Pavel Hruska" "We opened the gates at noon, | The water came faster than we had thought. | By evening the lower town was gone. | Nobody could have stopped it."
expect no statement speaker=none
