report northmere 2031-03-12T10:00Z
  Ana Kos called on the ministry to reopen the road.

expect statement actor="Ana Kos" cue="called on" modality=urged addressee="the ministry" "the ministry to reopen the road"
