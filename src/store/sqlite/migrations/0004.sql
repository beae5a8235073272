-- Begin and end of a time; what was read before lacks them, and is read anew.
ALTER TABLE time ADD COLUMN begin TEXT;
ALTER TABLE time ADD COLUMN end TEXT;
UPDATE engine SET knowledge = knowledge || ' schema=3';

-- Figures by their thing, in order, so that a page of them is found without reading every report.

ALTER TABLE figure ADD COLUMN called TEXT;  -- thing, verb and the report's words for them, folded, to find it by

-- Of what is there already, capitals alone are folded.
UPDATE figure SET called = lower(ifnull(thing, '') || ' ' || ifnull(act, '') || ifnull((
  SELECT ' ' || group_concat(words, ' ') FROM finding_words w
  WHERE w.version = figure.version AND w.kind = 'figure' AND w.number = figure.number AND w.part IN ('of', 'act')), ''));

CREATE INDEX figure_by_thing ON figure (ifnull(thing, ''), ifnull(act, ''), ifnull(unit, ''));
