# 's in front of a participle is "has" where the passive could not go on like that
with statements=wide
report northmere 2031-03-12T10:00Z
  He's said he gets his ideas from the river. He's spoken out against the dam. She's accused of theft.

expect statement speaker="He" cue=said rule=clause "he gets his ideas from the river"
expect statement speaker="He" rule=phrase "the dam"
expect no statement speaker="She"
