# French: direct speech before and after its verb, a reported clause, and "selon".
with model=fr_core_news_sm-3.8.0
report vesle 2031-03-12T10:00Z
  « Nous n'avons jamais vu l'eau monter aussi vite », a déclaré le maire Anselme Korvac.

  La ministre Odile Marchetti a affirmé que les écoles resteraient fermées.

  Selon la police, la digue a cédé dans la nuit.

expect statement speaker="le maire Anselme Korvac" kind=direct "Nous n'avons jamais vu l'eau monter aussi vite"
expect statement speaker="La ministre" actor="Odile Marchetti" kind=indirect "que les écoles resteraient fermées"
expect statement speaker="la police" kind=indirect "la digue a cédé dans la nuit"
expect actor name="Anselme Korvac" kind=person
