-- How people come home: what they say about where they live, until somebody who knows them confirms it.
CREATE TABLE joins (
  id          INTEGER PRIMARY KEY,
  person_id   INTEGER NOT NULL REFERENCES people,
  by_id       INTEGER REFERENCES people,              -- who says so on their behalf
  role        TEXT CHECK (role IN ('owner', 'family', 'tenant', 'works_here', 'shop', 'partner')),
  place_id    INTEGER REFERENCES places,              -- the dwelling; or the nearest place above that the words name
  pad         TEXT NOT NULL DEFAULT '',               -- where the pad of places stands open
  said        TEXT NOT NULL DEFAULT '',               -- their own words, where no place of the register says it all
  voice       TEXT,                                   -- the same, spoken: Telegram's file id
  claims_id   INTEGER REFERENCES people,              -- a neighbour without an account who they say they are
  code_id     INTEGER REFERENCES codes,               -- the door's code that brought them
  room_id     INTEGER REFERENCES rooms,               -- the group they asked to join
  state       TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'confirmed', 'refused', 'withdrawn', 'undone')),
  level       INTEGER NOT NULL DEFAULT 0,             -- how many have been asked before: nearest first, then one up
  apart       INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1)),  -- taken out of the list that is confirmed at once
  asked_at    INTEGER NOT NULL,
  reason      TEXT CHECK (reason IN ('elsewhere', 'door', 'stranger', 'other')),
  reason_said TEXT NOT NULL DEFAULT '',
  ended_at    INTEGER,
  ended_by    INTEGER REFERENCES people,
  CHECK ((state IN ('draft', 'waiting')) = (ended_at IS NULL)),
  CHECK (state NOT IN ('waiting', 'confirmed') OR (role IS NOT NULL AND place_id IS NOT NULL))
) STRICT;
CREATE INDEX joins_of ON joins (person_id, state);
CREATE INDEX joins_in ON joins (state, ended_at);
CREATE INDEX joins_by ON joins (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX joins_claim ON joins (claims_id) WHERE claims_id IS NOT NULL;
CREATE INDEX joins_ended_by ON joins (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX codes_for ON codes (target, kind);  -- used ones, too: how a building's doors stand

-- What a household asks its head to look at: somebody nobody there knows, somebody who died, two rows that are one.
CREATE TABLE matters (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('unknown', 'gone', 'same')),
  person_id INTEGER NOT NULL REFERENCES people,       -- about whom
  other_id  INTEGER REFERENCES people,                -- for two that are one: the row without an account
  place_id  INTEGER NOT NULL REFERENCES places,
  by_id     INTEGER REFERENCES people,                -- who said so
  state     TEXT NOT NULL CHECK (state IN ('open', 'done', 'kept')),
  asked_at  INTEGER NOT NULL,
  ended_at  INTEGER,
  ended_by  INTEGER REFERENCES people,
  CHECK ((state = 'open') = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX matters_once ON matters (kind, person_id, place_id) WHERE state = 'open';
CREATE INDEX matters_open ON matters (place_id) WHERE state = 'open';
CREATE INDEX matters_of ON matters (person_id);
CREATE INDEX matters_other ON matters (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX matters_by ON matters (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX matters_ended_by ON matters (ended_by) WHERE ended_by IS NOT NULL;

-- Who left a home, or was taken out of it: as it was, to be put back.
CREATE TABLE moved (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES people,
  place_id     INTEGER NOT NULL REFERENCES places,
  role         TEXT NOT NULL,
  since        INTEGER NOT NULL,
  way          TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES people,
  at           INTEGER NOT NULL,
  own          INTEGER NOT NULL CHECK (own IN (0, 1)), -- left by themselves: may take it back for a day
  UNIQUE (person_id, place_id)
) STRICT;
CREATE INDEX moved_confirmed ON moved (confirmed_by) WHERE confirmed_by IS NOT NULL;

-- A group's invitation by which people ask to join.
CREATE TABLE group_links (
  room_id INTEGER PRIMARY KEY REFERENCES rooms,
  link    TEXT,                                       -- none: Telegram is being asked for it
  made_by INTEGER REFERENCES people,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX group_links_made ON group_links (made_by) WHERE made_by IS NOT NULL;
