# A speech that goes on in the next paragraph has its speaker there.
report northmere 2031-03-12T10:00Z
  "I saw nothing all night.

  "Nobody in the harbour did," Olga Petrova added.

expect statement kind=direct speaker="Olga Petrova" "I saw nothing all night. | Nobody in the harbour did,"
expect report statements=1
