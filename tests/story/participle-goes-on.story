# Who goes on speaking by a participle is who spoke in front of it; "another" can speak.
report northmere 2031-03-12T10:00Z
  "The dam will hold," Ana Kos said, adding, "We looked at every stone."

  "The doors are open," wrote another.

expect statement kind=direct speaker="Ana Kos" "We looked at every stone."
expect statement kind=direct speaker="another" "The doors are open,"
