-- What a source says of its report beside the text; the bytes a report was read from; which reports are copies.

ALTER TABLE version ADD COLUMN language_score REAL;
ALTER TABLE version ADD COLUMN status TEXT;     -- usable, withheld, cancelled, as its publisher says
ALTER TABLE version ADD COLUMN notice TEXT;     -- to editors, in the source's words
ALTER TABLE version ADD COLUMN withdrawn TEXT;  -- why it no longer stands, in the source's words; null: it stands

-- Accounts of a page or a feed that differ from what the report has.
CREATE TABLE other_value (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- Each input once, however many reports were read from it.
CREATE TABLE raw (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,  -- of the bytes as they came
  size INTEGER NOT NULL,        -- of the same
  zstd BLOB NOT NULL            -- one zstd frame
) STRICT;
ALTER TABLE version ADD COLUMN raw INTEGER REFERENCES raw;
CREATE INDEX version_by_raw ON version (raw) WHERE raw IS NOT NULL;

-- Copies: versions of one family tell one account, mostly in the same words. Null: not compared yet.
ALTER TABLE version ADD COLUMN family INTEGER;      -- row of the version that was known first
ALTER TABLE version ADD COLUMN word_hash INTEGER;   -- of all its words: equal for exact copies; null: too short for a copy
CREATE INDEX version_by_family ON version (family, (published_at IS NULL), published_at, known_at, report);
CREATE INDEX version_not_compared ON version (id) WHERE family IS NULL;

-- Families of more than one report.
CREATE TABLE copied_family (family INTEGER PRIMARY KEY) STRICT;

-- A sample of each text's word sequences. One that the family has already is not here again, so that the rows of a hash
-- count families.
CREATE TABLE fingerprint (
  hash INTEGER NOT NULL,
  version INTEGER NOT NULL,
  family INTEGER NOT NULL,  -- of the version
  PRIMARY KEY (hash, version)
) STRICT, WITHOUT ROWID;

-- A part of one stands in the other, and it is no copy as a whole.
CREATE TABLE quoted (
  version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,  -- known later
  other INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  words INTEGER NOT NULL,  -- of the longest stretch in both
  PRIMARY KEY (version, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX quoted_by_other ON quoted (other);

-- What was read before this step lacks what its source says beside the text, and is read anew.
UPDATE engine SET knowledge = knowledge || ' schema=5';
