# Roles stand beside the names once; after that the text calls both by what they are.
report northmere 2031-03-12T10:00Z
  Estonian Prime Minister Kadri Lepik received Latvian President Andris Vanags in Narva. The Estonian leader said that the bridge was safe.
  The Latvian head of state said that he would walk over it. "I trust our engineers," the president added.
  The prime minister said that the mayor would walk in front.

expect statement speaker="The Estonian leader" actor="Kadri Lepik" "that the bridge was safe"
expect statement speaker="The Latvian head of state" actor="Andris Vanags" "that he would walk over it"
expect statement speaker="the president" actor="Andris Vanags" "I trust our engineers,"
expect statement speaker="The prime minister" actor="Kadri Lepik" "that the mayor would walk in front"
