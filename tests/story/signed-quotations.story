# A quotation with a dash and a name behind it.
report northmere 2031-03-12T10:00Z
  "The river never sleeps." — Ana Kos

expect statement kind=direct speaker="Ana Kos" actor="Ana Kos" "The river never sleeps."
