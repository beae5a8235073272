-- Times, places and events beside the figures, and what finds each without reading every report.

-- Lists of a finding, a label each: readings of a time; reasons of a place; mode and context of an event.
CREATE TABLE finding_label (
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  part TEXT NOT NULL,             -- reading, reason, mode, context
  piece INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (version, kind, number, part, piece),
  FOREIGN KEY (version, kind, number) REFERENCES finding ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Parts of its words: span.
CREATE TABLE time (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT, mod TEXT, anchor TEXT,
  begin_at INTEGER, end_at INTEGER, -- where the value stands in the calendar, to bound by; null: nowhere
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- Parts of its words: span.
CREATE TABLE place (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  called TEXT NOT NULL,           -- its name and its words, folded, to find it by
  gazetteer TEXT,
  lat REAL, lon REAL,
  country TEXT,
  precision TEXT,
  role TEXT NOT NULL,
  other_name TEXT, other_gazetteer TEXT, other_country TEXT, other_score REAL, -- the runner-up
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- Parts of its words: span, actor, recipient (a piece for each party).
CREATE TABLE event (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  time INTEGER, place INTEGER, statement INTEGER,
  PRIMARY KEY (version, number),
  FOREIGN KEY (version, time) REFERENCES time (version, number),
  FOREIGN KEY (version, place) REFERENCES place (version, number),
  FOREIGN KEY (version, statement) REFERENCES statement (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_party (
  version INTEGER NOT NULL,
  event INTEGER NOT NULL,
  part TEXT NOT NULL,             -- actor, recipient
  piece INTEGER NOT NULL,
  actor INTEGER,
  code TEXT,
  sectors TEXT NOT NULL,          -- PLOVER's, a space between
  PRIMARY KEY (version, event, part, piece),
  FOREIGN KEY (version, event) REFERENCES event ON DELETE CASCADE,
  FOREIGN KEY (version, actor) REFERENCES actor (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_figure (
  version INTEGER NOT NULL,
  event INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  figure INTEGER NOT NULL,
  PRIMARY KEY (version, event, piece),
  FOREIGN KEY (version, event) REFERENCES event ON DELETE CASCADE,
  FOREIGN KEY (version, figure) REFERENCES figure (version, number)
) STRICT, WITHOUT ROWID;

-- The order of lists: by published time, those without one last.
CREATE INDEX version_in_order ON version ((published_at IS NULL), published_at);

-- What was read before this step has none of these: it is no longer what this engine reads, and is read anew.
UPDATE engine SET knowledge = knowledge || ' schema=2';
