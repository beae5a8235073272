# Translated press: an indirect statement, a comma, and a quotation are two statements of one speaker.
report pressgate 2031-03-12T10:00Z
  Dara Winn said that the two countries would share the water of the Tarn, “We have agreed on every litre. The papers will be signed in May.”

expect statement kind=indirect actor="Dara Winn" modality=predicted "that the two countries would share the water of the Tarn"
expect statement kind=direct actor="Dara Winn" cue="said" "We have agreed on every litre. The papers will be signed in May."
