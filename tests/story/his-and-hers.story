# The text tells who is a woman and who is a man: a title, a noun beside the name. A woman is not "he".
report northmere 2031-03-12T10:00Z
  Mrs Marek met Mr Dolan at the mill. She said that his dam was old. He said that her map was older.

expect statement speaker="She" actor="Marek" "that his dam was old"
expect statement speaker="He" actor="Dolan" "that her map was older"
expect actor name="Marek" named="Marek | She | her"
