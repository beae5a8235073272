report northmere 2031-03-12T10:00Z
  President Dara Winn promised to rebuild the port before the autumn.
  The rebels threatened to blow up the pipeline.
  Ms Winn urged the rebels to lay down their arms.

expect statement speaker="President Dara Winn" actor="Dara Winn" modality=pledged by="promised" "to rebuild the port before the autumn"
expect statement speaker="The rebels" modality=threatened by="threatened" "to blow up the pipeline"
expect statement actor="Dara Winn" modality=urged by="urged" addressee="the rebels" "the rebels to lay down their arms"
expect actor name="Dara Winn" kind=person mentions=2 role="President"
