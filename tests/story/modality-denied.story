# Denials: by the cue, or by words that call another's claim false, or by a speaker who says that he did not do it.
report northmere 2031-03-12T10:00Z
  Ana Kos denied that the dam was cracked.
  Pavel Hruska rejected the claim that he had been warned.
  The ministry disputed that the ship had sunk.
  "That is not true," Dara Winn said.
  "These reports are false," the envoy told the Herald.
  "We never threatened anyone," the general said.
  "I have seen those reports. They are a lie. We did not buy a single rifle," the minister said.
  The governor did not deny that he had seen the letter.
  Ilan Sorek said that the road is not closed.
  "We do not guess," the inspector noted.

expect statement modality=denied by="denied" "that the dam was cracked"
expect statement modality=denied by="disputed" "that the ship had sunk"
expect statement modality=denied by="not true" "That is not true,"
expect statement modality=denied by="false" "These reports are false,"
expect statement modality=denied by="never" "We never threatened anyone,"
expect statement modality=denied by="lie" "I have seen those reports. ..."
expect statement modality=uncertain by="not" "that he had seen the letter"
expect statement modality=asserted "that the road is not closed"
expect statement modality=asserted "We do not guess,"
