-- Mutual aid: what is asked for and how much of it, every neighbour who has it or waits in line, and whom we asked.

ALTER TABLE asks RENAME TO asks_before;
CREATE TABLE asks (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER REFERENCES people,               -- who asks; none once they were erased
  by_id      INTEGER REFERENCES people,               -- who asked on their behalf
  room_id    INTEGER REFERENCES rooms,                -- the group whose card shows it
  place_id   INTEGER REFERENCES places,               -- building or above, never a dwelling
  kind       TEXT NOT NULL DEFAULT 'thing'
             CHECK (kind IN ('medicine', 'thing', 'errand', 'company', 'ride', 'skill', 'wish')),
  thing      TEXT NOT NULL,                           -- what the group reads: never an illness, a flat or a number
  note       TEXT NOT NULL DEFAULT '',                -- the rest of the words; for the asker, and a giver by the asker's tap
  amount     INTEGER NOT NULL DEFAULT 1 CHECK (amount BETWEEN 1 AND 99),  -- so many of it, or so many hands
  state      TEXT NOT NULL
             CHECK (state IN ('draft', 'open', 'taken', 'unanswered', 'done', 'withdrawn', 'expired')),
  opened_at  INTEGER NOT NULL,
  until      INTEGER NOT NULL,
  asked_at   INTEGER,                                 -- when the asker was asked whether it is still needed
  called_at  INTEGER,                                 -- when who answers for the place was told that nobody has it
  called_id  INTEGER REFERENCES people,               -- and who that is
  ended_at   INTEGER,
  CHECK ((state IN ('done', 'withdrawn', 'expired')) = (ended_at IS NOT NULL))
) STRICT;
INSERT INTO asks (id, person_id, by_id, room_id, place_id, thing, note, state, opened_at, until, asked_at, ended_at)
  SELECT id, person_id, by_id, room_id, place_id, thing, note,
         CASE WHEN state = 'taken' AND taker_id IS NULL THEN 'open' ELSE state END,
         opened_at, until, asked_at, ended_at
  FROM asks_before;

CREATE TABLE givers (
  ask_id      INTEGER NOT NULL REFERENCES asks ON DELETE CASCADE,
  person_id   INTEGER NOT NULL REFERENCES people,
  by_id       INTEGER REFERENCES people,              -- who took it on their behalf
  amount      INTEGER NOT NULL DEFAULT 1 CHECK (amount BETWEEN 1 AND 99),
  state       TEXT NOT NULL CHECK (state IN ('next', 'giving', 'given', 'left')),
  since       INTEGER NOT NULL,                       -- to have it, or to be in line
  agreed_at   INTEGER,                                -- the asker said yes to this neighbour
  asker_shown INTEGER NOT NULL DEFAULT 0 CHECK (asker_shown IN (0, 1)),   -- the asker's account, to this neighbour
  shown       INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),         -- this neighbour's account, to the asker
  note_told   INTEGER NOT NULL DEFAULT 0 CHECK (note_told IN (0, 1)),
  checked     TEXT NOT NULL DEFAULT '',               -- what was confirmed of a medicine: no name, no illness
  turn        INTEGER NOT NULL,                       -- who came first
  PRIMARY KEY (ask_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO givers (ask_id, person_id, by_id, state, since, agreed_at, asker_shown, shown, note_told, turn)
  SELECT id, taker_id, taker_by_id, CASE state WHEN 'done' THEN 'given' ELSE 'giving' END,
         ifnull(taken_at, opened_at), ifnull(taken_at, opened_at), asker_shown, taker_shown, note_told, 1
  FROM asks_before WHERE taker_id IS NOT NULL;
DROP TABLE asks_before;
CREATE INDEX asks_mine ON asks (person_id, state);
CREATE INDEX asks_opened ON asks (person_id, opened_at);
CREATE INDEX asks_by ON asks (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX asks_room ON asks (room_id, state);
CREATE INDEX asks_at ON asks (place_id, state);
CREATE INDEX asks_called ON asks (called_id) WHERE called_id IS NOT NULL;
CREATE INDEX asks_ended ON asks (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX givers_of ON givers (person_id, state, since);
CREATE INDEX givers_by ON givers (by_id, state) WHERE by_id IS NOT NULL;

-- Whom we asked in private whether they can help, each once.
CREATE TABLE askings (
  ask_id    INTEGER NOT NULL REFERENCES asks ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  wave      INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  answer    TEXT CHECK (answer IN ('yes', 'no')),
  PRIMARY KEY (ask_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX askings_of ON askings (person_id, at);

-- What waits already is carried on from now: neighbours are asked, and the head at half time.
INSERT OR IGNORE INTO alarms (kind, thing, at) SELECT 'ask.wave', 'ask_' || id, opened_at FROM asks WHERE state = 'open';
INSERT OR IGNORE INTO alarms (kind, thing, at)
  SELECT 'ask.half', 'ask_' || id, opened_at + (until - opened_at) / 2 FROM asks WHERE state = 'open';

-- Who said that they may be asked first: 愿意帮忙.
CREATE TABLE willing (
  person_id INTEGER PRIMARY KEY REFERENCES people,
  since     INTEGER NOT NULL
) STRICT;
