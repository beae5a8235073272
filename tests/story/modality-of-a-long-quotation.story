# Several sentences: what more than half of them are decides; else the whole is asserted.
report northmere 2031-03-12T10:00Z
  "We will open the archive. We will print the letters. The rest is known," the minister said.
  "The dam is old. It might break. The engineers have seen it," the mayor said.

expect statement modality=planned by="will" "We will open the archive. ..."
expect statement modality=asserted by=none "The dam is old. ..."
