report northmere 2031-03-12T10:00Z
  "The bridge is safe," said Pavel Hruska. "It is not," replied Ana Kos. "I saw the cracks."

expect statement kind=direct actor="Pavel Hruska" "The bridge is safe,"
expect statement kind=direct actor="Ana Kos" "It is not, | I saw the cracks."
