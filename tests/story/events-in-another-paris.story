# A town called like a capital elsewhere does not make its people foreigners.
report northmere 2031-03-12T10:00Z
  PARIS, Texas - Police in Paris, Texas, arrested a man on Sunday.

expect event type=COERCE actors="USA COP" "arrested"
expect no event actors="FRA COP"
