-- The house itself: who lives here, where, what was promised to whom, and what is due.
-- Times are Unix seconds, UTC.

CREATE TABLE places (
  id        INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES places,
  kind      TEXT NOT NULL CHECK (kind IN ('community', 'estate', 'area', 'building', 'stair', 'dwelling')),
  name      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX places_once ON places (ifnull(parent_id, 0), kind, name);

-- Every place with itself (distance 0) and everything above it.
CREATE TABLE above (
  place_id INTEGER NOT NULL REFERENCES places ON DELETE CASCADE,
  above_id INTEGER NOT NULL REFERENCES places ON DELETE CASCADE,
  distance INTEGER NOT NULL,
  PRIMARY KEY (place_id, above_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX above_down ON above (above_id, place_id);

CREATE TRIGGER places_know_what_is_above AFTER INSERT ON places BEGIN
  INSERT INTO above (place_id, above_id, distance) VALUES (new.id, new.id, 0);
  INSERT INTO above (place_id, above_id, distance)
    SELECT new.id, above_id, distance + 1 FROM above WHERE place_id = new.parent_id;
END;

CREATE TABLE people (
  id             INTEGER PRIMARY KEY,
  telegram_id    INTEGER UNIQUE,                      -- none: a neighbour without Telegram
  name           TEXT NOT NULL,
  username       TEXT,
  language       TEXT CHECK (language IN ('zh', 'en')),
  created_at     INTEGER NOT NULL,
  seen_at        INTEGER NOT NULL,                    -- to about ten minutes
  started_at     INTEGER,                             -- pressed Start: may be written to first
  unreachable_at INTEGER,                             -- Telegram refused; cleared by any sign of life
  night_ok       INTEGER NOT NULL DEFAULT 0 CHECK (night_ok IN (0, 1))
) STRICT;

CREATE TABLE residents (
  person_id INTEGER NOT NULL REFERENCES people,
  place_id  INTEGER NOT NULL REFERENCES places,
  role      TEXT NOT NULL CHECK (role IN ('owner', 'family', 'tenant', 'works_here')),
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX residents_of ON residents (place_id);

CREATE TABLE offices (
  id         INTEGER PRIMARY KEY,
  title      TEXT NOT NULL,
  place_id   INTEGER NOT NULL REFERENCES places,
  person_id  INTEGER NOT NULL REFERENCES people,
  granted_by INTEGER REFERENCES people,               -- none: by the command line's claim link
  since      INTEGER NOT NULL,
  until      INTEGER
) STRICT;
CREATE INDEX offices_at ON offices (place_id, title) WHERE until IS NULL;
CREATE INDEX offices_of ON offices (person_id) WHERE until IS NULL;

CREATE TABLE rooms (
  id        INTEGER PRIMARY KEY,
  chat_id   INTEGER NOT NULL,
  thread_id INTEGER NOT NULL DEFAULT 0,               -- 0: no topic, or General
  kind      TEXT NOT NULL CHECK (kind IN ('private', 'group')),
  person_id INTEGER REFERENCES people,                -- whose private chat
  place_id  INTEGER REFERENCES places,                -- which place the group belongs to
  title     TEXT,
  language  TEXT CHECK (language IN ('zh', 'en')),
  paused_at INTEGER,                                  -- the bot was removed
  UNIQUE (chat_id, thread_id)
) STRICT;
CREATE UNIQUE INDEX rooms_private ON rooms (person_id) WHERE kind = 'private';

CREATE TABLE members (
  room_id   INTEGER NOT NULL REFERENCES rooms,
  person_id INTEGER NOT NULL REFERENCES people,
  PRIMARY KEY (room_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_of ON members (person_id);

-- What a message in a room shall show, and how far that has been drawn.
CREATE TABLE cards (
  thing       TEXT NOT NULL,                          -- ask_12
  view        TEXT NOT NULL,
  room_id     INTEGER NOT NULL REFERENCES rooms,
  message_id  INTEGER,
  reply_to    INTEGER,
  wanted      INTEGER NOT NULL DEFAULT 1,
  drawn       INTEGER NOT NULL DEFAULT 0,
  aloud       INTEGER NOT NULL DEFAULT 0,             -- the 'wanted' that asked to be sent anew
  rank        INTEGER NOT NULL,
  not_before  INTEGER NOT NULL DEFAULT 0,
  promised_at INTEGER NOT NULL,
  pressable   INTEGER NOT NULL DEFAULT 0,             -- drawn with buttons
  outage_from INTEGER,                                -- presses between the two may be lost; the next change clears it
  outage_to   INTEGER,
  failures    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (thing, view, room_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_waiting ON cards (rank, promised_at, not_before) WHERE wanted > drawn;
CREATE INDEX cards_message ON cards (room_id, message_id);

-- One Bot API call promised as data; gone once it is done.
CREATE TABLE notes (
  id          INTEGER PRIMARY KEY,
  room_id     INTEGER NOT NULL REFERENCES rooms,
  kind        TEXT NOT NULL,
  thing       TEXT,
  method      TEXT NOT NULL,
  payload     TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  not_before  INTEGER NOT NULL DEFAULT 0,
  promised_at INTEGER NOT NULL,
  sending_at  INTEGER,                                -- on its way; after a crash: unknown
  failures    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX notes_waiting ON notes (rank, promised_at, not_before) WHERE sending_at IS NULL;
CREATE INDEX notes_same ON notes (room_id, thing, kind);

CREATE TABLE alarms (
  kind     TEXT NOT NULL,
  thing    TEXT NOT NULL,
  at       INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, thing)
) STRICT, WITHOUT ROWID;
CREATE INDEX alarms_due ON alarms (at);

CREATE TABLE jobs (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  payload     TEXT NOT NULL,
  promised_at INTEGER NOT NULL,
  not_before  INTEGER NOT NULL DEFAULT 0,
  failures    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE questions (
  person_id  INTEGER NOT NULL REFERENCES people,
  room_id    INTEGER NOT NULL REFERENCES rooms,
  door       TEXT NOT NULL,
  payload    TEXT NOT NULL,
  message_id INTEGER,                                 -- the prompt, once it is sent
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (person_id, room_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mutes (
  person_id INTEGER NOT NULL REFERENCES people,
  kind      TEXT NOT NULL,
  PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;

-- Update ids that were applied. No row here, and none in parked, ever names a person.
CREATE TABLE seen (
  update_id INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX seen_at ON seen (at);

CREATE TABLE parked (
  id        INTEGER PRIMARY KEY,
  update_id INTEGER,
  kind      TEXT NOT NULL,
  exception TEXT NOT NULL,
  place     TEXT NOT NULL,                            -- file:line
  at        INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  id        INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  verb      TEXT NOT NULL,
  thing     TEXT NOT NULL,
  place_id  INTEGER REFERENCES places,
  numbers   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(numbers)),
  chain     TEXT NOT NULL
) STRICT;
CREATE INDEX journal_thing ON journal (thing, id);
CREATE INDEX journal_person ON journal (person_id);
CREATE TRIGGER journal_is_kept BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TABLE house (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
