# Who says that another one said: the inner statement stands inside the outer one.
report northmere 2031-03-12T10:00Z
  Ana Kos said that Pavel Hruska had warned that the dam would break.

expect statement actor="Ana Kos" "that Pavel Hruska had warned that the dam would break"
expect statement actor="Pavel Hruska" modality=predicted parent="that Pavel Hruska had warned that the dam would break" "that the dam would break"
