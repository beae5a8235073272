# Without a date nothing is filled in: what is not known stays X.
report northmere
  The mayor spoke on Saturday. Two ferries were sold last week. The gate closed on March 3 at 9:15 a.m.

expect report published=none
expect time type=DATE value=XXXX-WXX-6 anchor=none "Saturday"
expect time type=DATE value=XXXX-WXX anchor=none "last week"
expect time type=TIME value=XXXX-03-03T09:15 anchor=none "March 3 at 9:15 a.m."
