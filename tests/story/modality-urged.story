# What somebody is asked, told or obliged to do.
report northmere 2031-03-12T10:00Z
  Ana Kos urged the rebels to leave.
  The envoy called on both sides to stop.
  Pavel Hruska demanded that the dam be opened.
  "Leave the valley now," the sheriff said.
  "Let us talk to each other," the bishop said.
  "The government must act," the doctor said.
  The teacher said that children should stay at home.
  "You have to boil the water," the nurse told the Herald.
  The clerk said that the children stay at home.

expect statement modality=urged by="urged" "the rebels to leave"
expect statement modality=urged by="called" "both sides to stop"
expect statement modality=urged by="demanded" "that the dam be opened"
expect statement kind=direct modality=urged by="Leave" "Leave the valley now,"
expect statement kind=direct modality=urged by="Let" "Let us talk to each other,"
expect statement kind=direct modality=urged by="must" "The government must act,"
expect statement modality=urged by="should" "that children should stay at home"
expect statement kind=direct modality=urged by="have to" "You have to boil the water,"
expect statement modality=asserted "that the children stay at home"
