-- Offers: what neighbours have to spare or know how to do, who wants it, the stewards' medicines.

CREATE TABLE offers (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('thing', 'skill', 'teaching', 'medicine')),
  person_id  INTEGER REFERENCES people,               -- whose it is; none once they were erased, or while a link is open
  by_id      INTEGER REFERENCES people,               -- who put it there on their behalf
  place_id   INTEGER NOT NULL REFERENCES places,      -- their home, for distances; others read the building
  key        TEXT NOT NULL DEFAULT '',                -- its name in the alias table, '' for what no list knows
  what       TEXT NOT NULL,                           -- in the holder's words
  amount     INTEGER NOT NULL DEFAULT 1 CHECK (amount BETWEEN 0 AND 99),
  total      INTEGER NOT NULL DEFAULT 1 CHECK (total BETWEEN 1 AND 99),
  lends      INTEGER NOT NULL DEFAULT 0 CHECK (lends IN (0, 1)),
  times      TEXT NOT NULL DEFAULT 'first' CHECK (times IN ('any', 'evenings', 'weekends', 'first')),
  expires    TEXT,                                    -- the last good day, local: 2026-12-31
  media_kind TEXT CHECK (media_kind IN ('photo', 'voice', 'video', 'document')),
  media_id   TEXT,                                    -- Telegram's file id
  state      TEXT NOT NULL CHECK (state IN ('draft', 'recommended', 'open', 'paused', 'given', 'withdrawn', 'expired')),
  made_at    INTEGER NOT NULL,
  opened_at  INTEGER,
  until      INTEGER,
  asked_at   INTEGER,                                 -- when the holder was asked whether it is still there
  ended_at   INTEGER,
  recommended_by INTEGER REFERENCES people,
  CHECK (amount <= total),
  CHECK ((media_kind IS NULL) = (media_id IS NULL)),
  CHECK (state NOT IN ('open', 'paused') OR (opened_at IS NOT NULL AND until IS NOT NULL)),
  CHECK ((state IN ('given', 'withdrawn', 'expired')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX offers_mine ON offers (person_id, state);
CREATE INDEX offers_made ON offers (person_id, made_at);
CREATE INDEX offers_by ON offers (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX offers_recommended ON offers (recommended_by, made_at) WHERE recommended_by IS NOT NULL;
CREATE INDEX offers_shelf ON offers (kind, id) WHERE state = 'open';
CREATE INDEX offers_at ON offers (place_id, kind) WHERE state = 'open';
CREATE INDEX offers_key ON offers (key, kind) WHERE state = 'open';
CREATE INDEX offers_over ON offers (ended_at) WHERE ended_at IS NOT NULL;

-- Somebody wants something from the shelf; the holder is asked in private.
CREATE TABLE wants (
  id           INTEGER PRIMARY KEY,
  offer_id     INTEGER NOT NULL REFERENCES offers ON DELETE CASCADE,
  person_id    INTEGER REFERENCES people,
  by_id        INTEGER REFERENCES people,
  amount       INTEGER NOT NULL DEFAULT 1 CHECK (amount BETWEEN 1 AND 99),
  state        TEXT NOT NULL CHECK (state IN ('asked', 'yes', 'no', 'withdrawn', 'late', 'gone', 'got', 'not')),
  asked_at     INTEGER NOT NULL,
  decided_at   INTEGER,
  holder_shown INTEGER NOT NULL DEFAULT 0 CHECK (holder_shown IN (0, 1)),  -- the holder's account, shown to who wants it
  wanter_shown INTEGER NOT NULL DEFAULT 0 CHECK (wanter_shown IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX wants_once ON wants (offer_id, person_id) WHERE state IN ('asked', 'yes');
CREATE INDEX wants_of_offer ON wants (offer_id, state);
CREATE INDEX wants_mine ON wants (person_id, state);
CREATE INDEX wants_since ON wants (person_id, asked_at);
CREATE INDEX wants_by ON wants (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX wants_over ON wants (decided_at) WHERE decided_at IS NOT NULL;

-- What stewards added to the list of medicines, and took away.
CREATE TABLE medicines (
  name  TEXT PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('otc', 'prescription', 'gone')),
  key   TEXT NOT NULL DEFAULT '',                     -- another name of this entry, or one of this category
  by_id INTEGER REFERENCES people,
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX medicines_by ON medicines (by_id) WHERE by_id IS NOT NULL;

-- Open asks by place, for whoever offers something that fits.
CREATE INDEX asks_waiting_at ON asks (place_id) WHERE state = 'open';
