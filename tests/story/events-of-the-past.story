# Old acts are past: by their date, by their age, in court.
report northmere 2031-03-12T10:00Z
  In 1812 Napoleon's army invaded Russia.

  Agents abducted the editor forty years ago.

  The trial of the man who bombed the market in 1998 enters its third week.

expect event type=ASSAULT modality=past "invaded"
expect event type=ASSAULT modality=past "abducted"
expect no event type=ASSAULT modality=asserted
