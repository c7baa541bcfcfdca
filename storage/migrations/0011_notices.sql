-- Notices and known faults, and who has said that they know.

CREATE TABLE notices (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('notice', 'fault')),
  person_id    INTEGER REFERENCES people,             -- whose notice it is; none once they were erased
  by_id        INTEGER REFERENCES people,             -- who wrote it on their behalf
  place_id     INTEGER NOT NULL REFERENCES places,
  circle_id    INTEGER,                               -- for the members of a circle only
  words        TEXT NOT NULL,
  media_kind   TEXT CHECK (media_kind IN ('photo', 'voice', 'video', 'document')),
  media_id     TEXT,                                  -- Telegram's file id
  state        TEXT NOT NULL CHECK (state IN ('draft', 'open', 'ended', 'withdrawn', 'expired')),
  step         TEXT NOT NULL DEFAULT '',              -- what the draft is being asked just now
  written_at   INTEGER NOT NULL,
  published_at INTEGER,
  until        INTEGER,                               -- valid until; of a fault: expected to be over, if anybody knows
  corrected_at INTEGER,
  ended_at     INTEGER,
  asked_at     INTEGER,                               -- a fault's author was asked whether it is over
  decided_by   INTEGER REFERENCES people,             -- who said: danger, wake everybody
  decided_at   INTEGER,
  reminds      INTEGER NOT NULL DEFAULT 0 CHECK (reminds IN (0, 1)),      -- by itself, after a day
  reminded_at  INTEGER,
  CHECK ((media_kind IS NULL) = (media_id IS NULL)),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK ((state IN ('ended', 'withdrawn', 'expired')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX notices_mine ON notices (person_id, state);
CREATE INDEX notices_by ON notices (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX notices_decided ON notices (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX notices_open ON notices (place_id) WHERE state = 'open';
CREATE INDEX notices_over ON notices (ended_at) WHERE ended_at IS NOT NULL;

-- Who is told in private, and who has said that they know.
CREATE TABLE notice_people (
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  told_at   INTEGER,                                  -- promised to Telegram; none: their turn is still to come
  knows_at  INTEGER,
  PRIMARY KEY (notice_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_people_of ON notice_people (person_id);
CREATE INDEX notice_people_next ON notice_people (notice_id) WHERE told_at IS NULL;

CREATE INDEX rooms_bound ON rooms (place_id) WHERE place_id IS NOT NULL;

-- Beyond a few new cards an hour a group gets one list; the cards in it have no message of their own.
ALTER TABLE cards ADD COLUMN born_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cards ADD COLUMN list_id INTEGER;         -- the list that is its home
CREATE INDEX cards_born ON cards (room_id, born_at);
