# Who is elected does not hold the office yet: a role of its own.
report northmere 2031-03-12T10:00Z
  President-elect Ana Kos said that she would come. President Olav Dahl said that he would leave. The president-elect added that it was late.

  Turkish Prime Minister-elect Emre Kaya said that he was glad.

expect actor name="Ana Kos" role="President-elect"
expect actor name="Emre Kaya" role="Prime Minister-elect" of=TUR country=TUR
expect statement actor="Ana Kos" speaker="The president-elect" "that it was late"
expect statement actor="Olav Dahl" "that he would leave"
