# The outlet's home decides between places of one name where the text does not.
report portland-gazette 2031-03-12T10:00Z
  A road in Salem was closed on Monday.
report chennai-courier 2031-03-12T10:00Z
  A road in Salem was closed on Monday.

expect place in=chennai-courier country=IND "Salem"
expect place in=portland-gazette country=USA "Salem"
