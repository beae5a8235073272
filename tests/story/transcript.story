# Each paragraph names who speaks; nobody needs a cue or marks.
report northmere 2031-03-12T10:00Z
  MARLOW: Good morning, Mayor. Is the bridge safe?
  KOS: It is safe. We looked at every bolt.
  MARLOW: And the ferry?

expect statement kind=direct speaker="KOS" cue=":" "It is safe. We looked at every bolt."
expect statement kind=direct speaker="MARLOW" "Good morning, Mayor. Is the bridge safe?"
