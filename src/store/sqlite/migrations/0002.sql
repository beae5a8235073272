-- Findings that are a stretch of the text with values: figures; times, places and events will stand beside them.
-- What they share is here once: a row of `finding`, its words in `finding_words`. Each kind has a table of its values.

CREATE TABLE finding (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  kind TEXT NOT NULL,             -- figure
  number INTEGER NOT NULL,        -- its index among those of its kind
  sentence INTEGER NOT NULL,
  rule TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (version, kind, number),
  FOREIGN KEY (version, sentence) REFERENCES sentence
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_words (
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  part TEXT NOT NULL,             -- "span" is the finding as a whole; the others are its kind's
  piece INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (version, kind, number, part, piece),
  FOREIGN KEY (version, kind, number) REFERENCES finding ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Parts of its words: span, core, of (the thing counted), act (the verb).
CREATE TABLE figure (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value REAL, low REAL, high REAL,
  unit TEXT,
  si REAL, si_unit TEXT,
  approx TEXT,
  thing TEXT,                     -- lemmas of `of`
  act TEXT,                       -- lemma of the verb
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

DROP VIEW evidence;
CREATE VIEW evidence (version, finding, number, part, piece, begin, end, words, sentence) AS
  SELECT version, 'actor', actor, 'role', number, begin, end, words, NULL FROM role
  UNION ALL
  SELECT version, 'actor', actor, 'mention', number, begin, end, words, sentence FROM mention
  UNION ALL
  SELECT version, 'statement', statement, part, number, begin, end, words, NULL FROM statement_words
  UNION ALL
  SELECT w.version, w.kind, w.number, w.part, w.piece, w.begin, w.end, w.words,
         CASE w.part WHEN 'span' THEN f.sentence END
  FROM finding f JOIN finding_words w ON w.version = f.version AND w.kind = f.kind AND w.number = f.number;
