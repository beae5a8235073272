# Pledges: by the cue, or by a speaker who gives his word.
report northmere 2031-03-12T10:00Z
  Ana Kos promised to mend the road.
  The minister vowed that no fisherman would lose his boat.
  Pavel Hruska pledged not to raise the rent.
  "I promise you that the school will stay," the mayor said.
  "We guarantee that the water is clean," the director said.
  The minister did not promise that the mine would reopen.
  Dara Winn said that the rebels had promised peace.

expect statement modality=pledged by="promised" "to mend the road"
expect statement modality=pledged by="vowed" "that no fisherman would lose his boat"
expect statement modality=pledged by="pledged" "not to raise the rent"
expect statement kind=direct modality=pledged by="promise" "I promise you ..."
expect statement kind=direct modality=pledged by="guarantee" "We guarantee ..."
expect no statement modality=pledged "that the mine would reopen"
expect statement speaker="Dara Winn" modality=asserted "that the rebels had promised peace"
