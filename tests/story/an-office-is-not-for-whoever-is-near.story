# A person of whom the report says what he is does not get an office that somebody new is mentioned by.
report northmere 2031-03-12T10:00Z
  The captain of a ferry, Olav Brekke, told reporters that he had heard two explosions.

  President Hanna Sorek cut short her holiday and summoned the Estonian ambassador. The ambassador said that no ship of his country was near.

expect actor name="Olav Brekke" roles=1
expect no statement actor="Olav Brekke" "that no ship of his country was near"
