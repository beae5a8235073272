# a reported clause that the parse does not have is read from "that" to the sentence's end
report northmere 2031-03-12T10:00Z
  Ana Kos greeted the miners late on Monday and told them that together they would “build a road to the hill.”

  Brennau hit back, saying at a meeting last week that Tarn was not a harbour. The council wrote a letter that was read out.

expect statement speaker="Ana Kos" cue=told "that together they would “build a road to the hill.”"
expect no statement cue=wrote
