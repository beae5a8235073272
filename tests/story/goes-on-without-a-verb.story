# A sentence behind its speaker's words, in the same paragraph, goes on in them: without a verb, or never closed.
report northmere 2031-03-12T10:00Z
  "The flood," Ana Kos said, as the crowd listened. "The dark. The cold water in the cellars."

  "Nobody slept," said Pavel Hruska. "We will not forget that night.

  The river fell on Monday.

expect statement kind=direct speaker="Ana Kos" "The flood, | The dark. The cold water in the cellars."
expect statement kind=direct speaker="Pavel Hruska" "Nobody slept, | We will not forget that night."
