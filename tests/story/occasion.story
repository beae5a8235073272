# Where and when somebody spoke is the occasion, and no part of what was said.
with statements=wide
report northmere 2031-03-12T10:00Z
  The plan was sound, Ana Kos told reporters after the talks.
  Pavel Hruska criticised the mayor during a rally on Friday.
  She endorsed the treaty on Tuesday in an interview with the Herald.
  The minister promised to meet the fishermen in Tarn.

expect statement actor="Ana Kos" addressee="reporters" occasion="after the talks" "The plan was sound"
expect statement actor="Pavel Hruska" occasion="during a rally on Friday" "the mayor"
expect statement cue="endorsed" occasion="in an interview with the Herald" "the treaty"
expect statement cue="promised" occasion=none "to meet the fishermen in Tarn"
