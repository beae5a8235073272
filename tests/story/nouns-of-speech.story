# A noun of speech belongs to its owner, its author, or the subject of the verb that lends it one; not to who suffers it.
with statements=wide
report northmere 2031-03-12T10:00Z
  Ana Kos's claim that the dam is safe surprised the council.
  Pavel Hruska repeated his promise to mend the road.
  The mayor ignored complaints that the water was brown.

expect statement actor="Ana Kos" cue="claim" "that the dam is safe"
expect statement actor="Pavel Hruska" speaker="Pavel Hruska" cue="promise" modality=pledged "to mend the road"
expect no statement speaker="The mayor" cue="complaints"
