-- People and places: who lives where, who answers for what, who acts for whom.

-- A neighbours' group is a place that dwellings of several stairs lie in; a dwelling knows its floor space.
CREATE TABLE places_now (
  id        INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES places,
  kind      TEXT NOT NULL
            CHECK (kind IN ('community', 'estate', 'area', 'building', 'stair', 'dwelling', 'neighbours')),
  name      TEXT NOT NULL,
  area      INTEGER CHECK (area > 0),                 -- 0.01 m²
  gone_at   INTEGER                                   -- no longer in the register; kept for what points here
) STRICT;
INSERT INTO places_now (id, parent_id, kind, name) SELECT id, parent_id, kind, name FROM places;
DROP TABLE places;
ALTER TABLE places_now RENAME TO places;
CREATE UNIQUE INDEX places_once ON places (ifnull(parent_id, 0), kind, name);
CREATE TRIGGER places_know_what_is_above AFTER INSERT ON places BEGIN
  INSERT INTO above (place_id, above_id, distance) VALUES (new.id, new.id, 0);
  INSERT INTO above (place_id, above_id, distance)
    SELECT new.id, above_id, distance + 1 FROM above WHERE place_id = new.parent_id;
END;

-- How often the places changed: whoever keeps them in mind sees whether that still holds.
INSERT INTO house VALUES ('places', '0');
CREATE TRIGGER places_added AFTER INSERT ON places BEGIN
  UPDATE house SET value = CAST(value AS INTEGER) + 1 WHERE key = 'places';
END;
CREATE TRIGGER places_changed AFTER UPDATE ON places BEGIN
  UPDATE house SET value = CAST(value AS INTEGER) + 1 WHERE key = 'places';
END;

ALTER TABLE people ADD COLUMN simple INTEGER NOT NULL DEFAULT 0 CHECK (simple IN (0, 1));  -- four big buttons only
ALTER TABLE people ADD COLUMN quiet_from TEXT;        -- own quiet hours, HH:MM local
ALTER TABLE people ADD COLUMN quiet_to TEXT;
ALTER TABLE people ADD COLUMN noted_by INTEGER REFERENCES people;  -- who wrote down a neighbour without Telegram
ALTER TABLE people ADD COLUMN noted_at INTEGER;       -- and when that neighbour agreed to it
ALTER TABLE people ADD COLUMN retired_at INTEGER;     -- died, or left for good: nothing is sent or asked any more
ALTER TABLE people ADD COLUMN blocked_at INTEGER;     -- by the steward, after a report
ALTER TABLE people ADD COLUMN merged_into INTEGER REFERENCES people;  -- the same person, known twice
CREATE INDEX people_noted ON people (noted_by) WHERE noted_by IS NOT NULL;
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

-- Who is at home here, confirmed. `speaks`: for the household.
CREATE TABLE residents_now (
  person_id    INTEGER NOT NULL REFERENCES people,
  place_id     INTEGER NOT NULL REFERENCES places,
  role         TEXT NOT NULL CHECK (role IN ('owner', 'family', 'tenant', 'works_here', 'shop', 'partner')),
  since        INTEGER NOT NULL DEFAULT 0,
  way          TEXT NOT NULL DEFAULT 'register' CHECK (way IN ('register', 'code', 'head', 'steward')),
  confirmed_by INTEGER REFERENCES people,
  speaks       INTEGER NOT NULL DEFAULT 0 CHECK (speaks IN (0, 1)),
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;
INSERT INTO residents_now (person_id, place_id, role) SELECT person_id, place_id, role FROM residents;
DROP TABLE residents;
ALTER TABLE residents_now RENAME TO residents;
CREATE INDEX residents_of ON residents (place_id);
CREATE UNIQUE INDEX residents_speak ON residents (place_id) WHERE speaks;
CREATE INDEX residents_confirmed ON residents (confirmed_by) WHERE confirmed_by IS NOT NULL;

-- An office may be held for somebody else for a while, and says how its holder is reached.
ALTER TABLE offices ADD COLUMN phone TEXT;            -- a number for the office, by its holder's own wish
ALTER TABLE offices ADD COLUMN shows_account INTEGER NOT NULL DEFAULT 0 CHECK (shows_account IN (0, 1));
ALTER TABLE offices ADD COLUMN stands_in_for INTEGER REFERENCES offices ON DELETE SET NULL;
ALTER TABLE offices ADD COLUMN ends_at INTEGER;
CREATE INDEX offices_granted ON offices (granted_by) WHERE granted_by IS NOT NULL;
CREATE INDEX offices_stand_in ON offices (stands_in_for) WHERE stands_in_for IS NOT NULL;

-- Titles beside those that come with the house; what a title may do is what the built-in one it is `same_as` may.
CREATE TABLE titles (
  key     TEXT PRIMARY KEY,
  zh      TEXT NOT NULL,
  en      TEXT,
  same_as TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The written duties of a title, where the community has its own.
CREATE TABLE duties (
  title TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was handed out to be opened once: a dwelling's code, an office's invitation, a helper's link.
-- The code itself stands nowhere: it is this number and a keyed hash of it.
CREATE TABLE codes (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  target     INTEGER NOT NULL,                        -- a place, an office's place, a person
  detail     TEXT NOT NULL DEFAULT '',                -- a title
  issued_by  INTEGER REFERENCES people,
  issued_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_by    INTEGER REFERENCES people,
  used_at    INTEGER                                  -- used, or made void
) STRICT;
CREATE INDEX codes_of ON codes (kind, target) WHERE used_at IS NULL;
CREATE INDEX codes_issued ON codes (issued_by) WHERE issued_by IS NOT NULL;
CREATE INDEX codes_used ON codes (used_by) WHERE used_by IS NOT NULL;

-- Codes that did not fit: whoever guesses is held back.
CREATE TABLE wrong_codes (
  person_id INTEGER NOT NULL REFERENCES people,
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_codes_of ON wrong_codes (person_id, at);

-- A helper whom somebody named may act for them, in everything, until it is taken back.
CREATE TABLE helpers (
  person_id INTEGER NOT NULL REFERENCES people,       -- for whom
  helper_id INTEGER NOT NULL REFERENCES people,
  since     INTEGER NOT NULL,
  PRIMARY KEY (person_id, helper_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX helpers_of ON helpers (helper_id);

-- For whom somebody speaks just now in the private chat.
CREATE TABLE acting (
  person_id INTEGER PRIMARY KEY REFERENCES people,    -- who speaks
  for_id    INTEGER NOT NULL REFERENCES people,
  until     INTEGER NOT NULL
) STRICT;
CREATE INDEX acting_for ON acting (for_id);

ALTER TABLE asks ADD COLUMN by_id INTEGER REFERENCES people;  -- who asked on somebody's behalf
ALTER TABLE asks ADD COLUMN taker_by_id INTEGER REFERENCES people;  -- who took it on somebody's behalf
CREATE INDEX asks_by ON asks (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX asks_taken_by ON asks (taker_by_id, state) WHERE taker_by_id IS NOT NULL;
