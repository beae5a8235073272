# What leaves its paragraph says why by its rule.
report northmere 2031-03-12T10:00Z
  "The bridge is closed," said Ana Kos. "It will stay so.

  "Nobody may cross it."

  Pavel Hruska said of the ferry:

  "It leaves at nine."

expect statement speaker="Ana Kos" rule="quotation over paragraphs" "The bridge is closed, | It will stay so. | Nobody may cross it."
expect statement speaker="Pavel Hruska" rule="quotation in the paragraph below its cue" "It leaves at nine."
