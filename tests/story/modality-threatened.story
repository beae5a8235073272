# Threats, and warnings that are none.
report northmere 2031-03-12T10:00Z
  The rebels threatened to blow up the pipeline.
  The general warned that any attack would be answered.
  "If they cross the river, we will strike back," the general said.
  "There will be consequences," President Trifan warned.
  The geologist warned that the dam would break.
  "We will answer your letter," the clerk said.

expect statement modality=threatened by="threatened" "to blow up the pipeline"
expect statement modality=threatened by="warned" "that any attack would be answered"
expect statement kind=direct modality=threatened by="strike" "If they cross the river, we will strike back,"
expect statement kind=direct modality=threatened by="warned" "There will be consequences,"
expect statement modality=predicted by="warned" "that the dam would break"
expect statement kind=direct modality=planned "We will answer your letter,"
