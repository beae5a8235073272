-- Reports, their versions, and what was read from them.
-- Spans are UTF-8 bytes, half open, into version_text.text of their version. Instants are milliseconds since 1970 in UTC.

CREATE TABLE engine (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  UNIQUE (version, model, knowledge)
) STRICT;

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  given_id TEXT NOT NULL
) STRICT;
CREATE INDEX report_by_given_id ON report (given_id);

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  number INTEGER NOT NULL,        -- 1, 2, ... in the order they came in
  hash TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  known_until INTEGER,            -- when the next version became known; null: in force
  engine INTEGER NOT NULL REFERENCES engine,
  origin TEXT NOT NULL,
  source TEXT, url TEXT, title TEXT, byline TEXT, dateline TEXT, language TEXT,
  published TEXT, published_precision TEXT, published_basis TEXT,
  updated TEXT, updated_precision TEXT, updated_basis TEXT,
  fetched TEXT, fetched_precision TEXT, fetched_basis TEXT,
  published_at INTEGER,           -- published as an instant, to sort and bound by; no offset counts as UTC
  actors INTEGER NOT NULL,        -- how many were read from it
  statements INTEGER NOT NULL,
  UNIQUE (report, hash),
  UNIQUE (report, number)
) STRICT;
CREATE INDEX version_by_published ON version (published_at);
CREATE INDEX version_by_known ON version (known_at);

CREATE TABLE version_text (
  version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE section (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_sector (
  version INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  sector TEXT NOT NULL,
  PRIMARY KEY (version, actor, number),
  FOREIGN KEY (version, actor) REFERENCES actor ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
  version INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  of_whom TEXT,                   -- country code or organisation
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (version, actor, number),
  FOREIGN KEY (version, actor) REFERENCES actor ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  version INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  words TEXT NOT NULL,
  form TEXT NOT NULL,
  reason TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  rule TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (version, actor, number),
  FOREIGN KEY (version, actor) REFERENCES actor ON DELETE CASCADE,
  FOREIGN KEY (version, sentence) REFERENCES sentence
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  modality TEXT NOT NULL,
  speaker INTEGER,                -- actor, where it is one for sure
  parent INTEGER,                 -- statement this one is nested in
  sentence INTEGER NOT NULL,
  rule TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (version, number),
  FOREIGN KEY (version, speaker) REFERENCES actor (version, number),
  FOREIGN KEY (version, parent) REFERENCES statement (version, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (version, sentence) REFERENCES sentence
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_words (
  version INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  part TEXT NOT NULL,             -- speaker, addressee, occasion, cue, content, modality
  number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (version, statement, part, number),
  FOREIGN KEY (version, statement) REFERENCES statement ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_candidate (
  version INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  PRIMARY KEY (version, statement, actor),
  FOREIGN KEY (version, statement) REFERENCES statement ON DELETE CASCADE,
  FOREIGN KEY (version, actor) REFERENCES actor (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected (
  origin TEXT NOT NULL,
  line INTEGER NOT NULL,          -- from 1; 0: the input as a whole
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  PRIMARY KEY (origin, line, code, reason)
) STRICT, WITHOUT ROWID;

-- Every span that claims words: what `sitcen verify` goes through. A new kind of finding adds itself here.
CREATE VIEW evidence (version, finding, number, part, piece, begin, end, words, sentence) AS
  SELECT version, 'actor', actor, 'role', number, begin, end, words, NULL FROM role
  UNION ALL
  SELECT version, 'actor', actor, 'mention', number, begin, end, words, sentence FROM mention
  UNION ALL
  SELECT version, 'statement', statement, part, number, begin, end, words, NULL FROM statement_words;

CREATE VIEW searchable (version, title, text) AS
  SELECT t.version, v.title, t.text FROM version_text t JOIN version v ON v.id = t.version;

CREATE VIRTUAL TABLE word_index USING fts5 (
  title, text, content = 'searchable', content_rowid = 'version', tokenize = 'unicode61 remove_diacritics 2'
);
