report northmere 2031-03-12T10:00Z
  Valery Tomin, chief of the general staff of the Russian armed forces, reported that the exercise was over.

expect actor name="Valery Tomin" kind=person role="chief of the general staff" of=RUS country=RUS
expect statement speaker="Valery Tomin" actor="Valery Tomin" cue="reported" "that the exercise was over"
