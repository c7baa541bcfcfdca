-- Spam and abuse: what was reported, what is hidden meanwhile, who is kept away.

-- Something that was reported: a thing of ours, or somebody's message, of which no word is kept.
CREATE TABLE cases (
  id          INTEGER PRIMARY KEY,
  thing       TEXT UNIQUE,                            -- ask_12
  room_id     INTEGER REFERENCES rooms,               -- or a message in a group
  message_id  INTEGER,
  person_id   INTEGER REFERENCES people,              -- who made it, if that is known
  by_id       INTEGER REFERENCES people,              -- who made it on their behalf
  place_id    INTEGER REFERENCES places,
  state       TEXT NOT NULL CHECK (state IN ('open', 'hidden', 'objected', 'fine', 'kept')),
  opened_at   INTEGER NOT NULL,
  decided_by  INTEGER REFERENCES people,
  decided_at  INTEGER,
  CHECK ((thing IS NULL) = (message_id IS NOT NULL)),
  UNIQUE (room_id, message_id)
) STRICT;
CREATE INDEX cases_about ON cases (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX cases_by ON cases (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX cases_decided ON cases (decided_by) WHERE decided_by IS NOT NULL;

-- One voice per person and case; nobody ever reads whose.
CREATE TABLE reports (
  case_id   INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  reason    TEXT NOT NULL CHECK (reason IN ('ads', 'rude', 'private', 'sales', 'other')),
  words     TEXT NOT NULL DEFAULT '',
  at        INTEGER NOT NULL,
  PRIMARY KEY (case_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_of ON reports (person_id, at);

-- What the groups do not see for now.
CREATE TABLE hidden (
  thing   TEXT PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX hidden_by ON hidden (case_id);

-- Who is kept away (people.blocked_at says so to whoever lets them in), why and until when.
CREATE TABLE blocks (
  person_id   INTEGER PRIMARY KEY REFERENCES people,
  by_id       INTEGER REFERENCES people,
  reason      TEXT NOT NULL CHECK (reason IN ('ads', 'rude', 'private', 'sales', 'other')),
  since       INTEGER NOT NULL,
  until       INTEGER,                                -- none: lasting
  objected_at INTEGER
) STRICT;
CREATE INDEX blocks_by ON blocks (by_id) WHERE by_id IS NOT NULL;

-- Who was forgotten while kept away: a keyed hash of the account, so that forgetting is no way around it.
CREATE TABLE kept_away (
  mark  TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  until INTEGER                                       -- none: lasting
) STRICT, WITHOUT ROWID;

ALTER TABLE rooms ADD COLUMN blocked_at INTEGER;      -- nothing is said or heard there; paused_at is 0 then
