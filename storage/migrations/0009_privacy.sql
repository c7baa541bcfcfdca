-- Privacy: what people agreed to, when they took a copy, what they wrote to the stewards, what was let go.

CREATE TABLE consents (
  person_id    INTEGER NOT NULL REFERENCES people,
  purpose      TEXT NOT NULL CHECK (purpose IN ('keep', 'family', 'health')),
  version      INTEGER NOT NULL,                      -- of the wording agreed to
  given_at     INTEGER NOT NULL,
  asked        INTEGER NOT NULL,                      -- the newest wording that was asked about
  withdrawn_at INTEGER,
  PRIMARY KEY (person_id, purpose, given_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_old ON consents (purpose, asked) WHERE withdrawn_at IS NULL;

-- When somebody last took a copy of their data.
CREATE TABLE copies (
  person_id INTEGER PRIMARY KEY REFERENCES people,
  at        INTEGER NOT NULL
) STRICT;

-- A line to those who keep the bot running, and their answer.
CREATE TABLE letters (
  id          INTEGER PRIMARY KEY,
  person_id   INTEGER REFERENCES people,
  words       TEXT NOT NULL,
  written_at  INTEGER NOT NULL,
  answered_by INTEGER REFERENCES people,
  answer      TEXT NOT NULL DEFAULT '',
  answered_at INTEGER
) STRICT;
CREATE INDEX letters_of ON letters (person_id, written_at) WHERE person_id IS NOT NULL;
CREATE INDEX letters_answered ON letters (answered_by) WHERE answered_by IS NOT NULL;

-- What the last tidying let go, in numbers.
CREATE TABLE pruned (
  key      TEXT PRIMARY KEY,
  at       INTEGER NOT NULL,
  how_many INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX asks_ended ON asks (ended_at) WHERE ended_at IS NOT NULL;
