# Where and when a report was written is no part of what anybody said in it.
report northmere 2031-03-12T10:00Z
  KYIV, March 3 (Northmere) - The bridge was destroyed, according to the mayor.
  BRUSSELS — The alliance will stay, Ana Kos said.
  WASHINGTON -- President Dara Winn, opening the bridge on Saturday, said it would hold for a hundred years.
  BELGRADE, 18 February. Foreign Minister Ilan Sorek said he was glad.

expect statement speaker="the mayor" "The bridge was destroyed"
expect statement actor="Ana Kos" "The alliance will stay"
expect statement actor="Dara Winn" "it would hold for a hundred years"
expect statement actor="Ilan Sorek" "he was glad"
