-- Small wishes before a festival, what circles help with, and what a month is counted by.

CREATE TABLE festivals (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  place_id   INTEGER NOT NULL REFERENCES places,
  person_id  INTEGER REFERENCES people,               -- who runs it; none once they were erased
  state      TEXT NOT NULL CHECK (state IN ('draft', 'collecting', 'granting', 'closed', 'dropped')),
  made_at    INTEGER NOT NULL,
  opened_at  INTEGER,
  collects   INTEGER NOT NULL,                        -- wishes are collected until then
  grants     INTEGER NOT NULL,                        -- and granted until then
  posted_at  INTEGER,                                 -- when its list was last posted into the groups
  nudged_at  INTEGER,                                 -- whoever runs it was told half way who still waits
  asked_at   INTEGER,                                 -- whoever runs it was asked to close it
  closed_at  INTEGER,
  CHECK (collects <= grants),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX festivals_run ON festivals (person_id, state);
CREATE INDEX festivals_at ON festivals (place_id, state);
CREATE INDEX festivals_closed ON festivals (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE wishes (
  id          INTEGER PRIMARY KEY,
  festival_id INTEGER NOT NULL REFERENCES festivals,
  person_id   INTEGER REFERENCES people,              -- whose wish it is; none once they were erased
  by_id       INTEGER REFERENCES people,              -- who wrote it down on their behalf
  place_id    INTEGER REFERENCES places,              -- building or above, never a dwelling
  words       TEXT NOT NULL,                          -- one line; never an illness, a flat, a number or a price
  media_kind  TEXT CHECK (media_kind IN ('photo', 'voice', 'video', 'document')),
  media_id    TEXT,                                   -- Telegram's file id; never for a group
  heard       TEXT NOT NULL DEFAULT '',               -- what somebody understood of it, until the wisher says yes
  state       TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'returned', 'open', 'granted', 'withdrawn', 'ended')),
  reason      TEXT,                                   -- the key of why it was sent back
  made_at     INTEGER NOT NULL,
  worded_at   INTEGER NOT NULL,
  ended_at    INTEGER,
  CHECK ((media_kind IS NULL) = (media_id IS NULL)),
  CHECK ((state IN ('granted', 'withdrawn', 'ended')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX wishes_of ON wishes (festival_id, state);
CREATE INDEX wishes_whose ON wishes (festival_id, person_id);
CREATE INDEX wishes_mine ON wishes (person_id, state);
CREATE INDEX wishes_by ON wishes (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX wishes_granted ON wishes (ended_at) WHERE ended_at IS NOT NULL;

-- Who wants to grant a wish: one at a time, the others next in line.
CREATE TABLE grantors (
  wish_id   INTEGER NOT NULL REFERENCES wishes ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  by_id     INTEGER REFERENCES people,                -- who took it on on their behalf
  state     TEXT NOT NULL CHECK (state IN ('next', 'giving', 'given', 'left')),
  since     INTEGER NOT NULL,
  agreed_at INTEGER,                                  -- the wisher's side said yes: each learns who the other is
  said_at   INTEGER,                                  -- said that it is done
  named     INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),           -- the thanks may name them
  shown     INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),           -- their account, shown to the wisher
  wisher_shown INTEGER NOT NULL DEFAULT 0 CHECK (wisher_shown IN (0, 1)), -- the wisher's, shown to them
  PRIMARY KEY (wish_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX grantors_one ON grantors (wish_id) WHERE state IN ('giving', 'given');
CREATE INDEX grantors_of ON grantors (person_id, state);
CREATE INDEX grantors_by ON grantors (by_id) WHERE by_id IS NOT NULL;

-- Which kinds of ask a circle is on duty for.
CREATE TABLE circle_kinds (
  circle_id INTEGER NOT NULL REFERENCES circles ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('medicine', 'thing', 'errand', 'company', 'ride', 'skill', 'wish')),
  PRIMARY KEY (kind, circle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX circle_kinds_of ON circle_kinds (circle_id);

-- An evening and a month are counted by time.
CREATE INDEX asks_by_time ON asks (opened_at);
CREATE INDEX journal_verb ON journal (verb, at);
CREATE INDEX notices_published ON notices (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX residents_since ON residents (since) WHERE since > 0;
