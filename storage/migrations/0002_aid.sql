-- Mutual aid: a plea, and the neighbour who takes it.

CREATE TABLE asks (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER REFERENCES people,               -- who asks; none once they were erased
  room_id    INTEGER REFERENCES rooms,                -- the group whose card shows it
  place_id   INTEGER REFERENCES places,               -- building or above, never a dwelling
  thing      TEXT NOT NULL,                           -- what the group reads: never an illness, a flat or a number
  note       TEXT NOT NULL DEFAULT '',                -- the rest of the words; for the asker, and the taker by the asker's tap
  note_told  INTEGER NOT NULL DEFAULT 0 CHECK (note_told IN (0, 1)),
  state      TEXT NOT NULL CHECK (state IN ('draft', 'open', 'taken', 'done', 'withdrawn', 'expired')),
  opened_at  INTEGER NOT NULL,
  until      INTEGER NOT NULL,
  asked_at   INTEGER,                                 -- when the asker was asked whether it is still needed
  taker_id   INTEGER REFERENCES people,
  taken_at   INTEGER,
  asker_shown INTEGER NOT NULL DEFAULT 0 CHECK (asker_shown IN (0, 1)),   -- the asker's account, shown to the taker
  taker_shown INTEGER NOT NULL DEFAULT 0 CHECK (taker_shown IN (0, 1)),
  ended_at   INTEGER,
  CHECK (state <> 'taken' OR taken_at IS NOT NULL),
  CHECK ((state IN ('done', 'withdrawn', 'expired')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX asks_mine ON asks (person_id, state);
CREATE INDEX asks_opened ON asks (person_id, opened_at);
CREATE INDEX asks_taken ON asks (taker_id, state);
CREATE INDEX asks_room ON asks (room_id, state);
