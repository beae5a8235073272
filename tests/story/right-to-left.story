# Words that run from right to left are quoted as others are, and cost no English statement beside them.
report northmere 2031-03-12T10:00Z
  Ana Kos told the crowd "נשארים כאן" and left.
  Her deputy said: «سنبقى هنا حتى الصباح».
  "נמשיך מחר", אמרה אנה קוס.
  "We will not move," said Pavel Hruska.

expect statement kind=direct speaker="Pavel Hruska" "We will not move,"
expect statement kind=direct speaker="Ana Kos" "נשארים כאן"
expect statement kind=direct speaker="Her deputy" "سنبقى هنا حتى الصباح"
