# Corner brackets are quotation marks, one kind inside the other.
report northmere 2031-03-12T10:00Z
  「We will vote on Sunday,」 said Ana Kos.
  Pavel Hruska said: 「The count that they call 『the long night』 will be public.」

expect statement kind=direct speaker="Ana Kos" "We will vote on Sunday,"
expect statement kind=direct speaker="Pavel Hruska" "The count that they call 『the long night』 will be public."
