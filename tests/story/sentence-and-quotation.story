# a quotation behind a sentence that is reported with a few words in marks goes on in it
report northmere 2031-03-12T10:00Z
  The council "felt a duty to do something about" the dam, Ana Kos said. "This is not a small thing for us. It is the core of our work."

expect statement speaker="Ana Kos" cue=said "The council \"felt a duty to do something about\" the dam | This is not a small thing for us. It is the core of our work."
expect report statements=1
