-- Talking through the bot: who speaks with whom about what, and never a word of it.
CREATE TABLE relays (
  id        INTEGER PRIMARY KEY,
  about     TEXT NOT NULL,                            -- the thing: ask_12
  one_id    INTEGER REFERENCES people,                -- who wanted to talk
  other_id  INTEGER REFERENCES people,
  asked_id  INTEGER REFERENCES people,                -- whose tap is awaited
  state     TEXT NOT NULL CHECK (state IN ('invited', 'open', 'ended')),
  asked_at  INTEGER NOT NULL,
  opened_at INTEGER,
  said_at   INTEGER,                                  -- when the last word passed
  held      INTEGER NOT NULL DEFAULT 0,               -- how many lines were held back
  ended_at  INTEGER,
  why       TEXT,
  ended_by  INTEGER REFERENCES people
) STRICT;
CREATE INDEX relays_about ON relays (about);
CREATE INDEX relays_one ON relays (one_id, asked_at);
CREATE INDEX relays_other ON relays (other_id);
CREATE INDEX relays_asked ON relays (asked_id);
CREATE INDEX relays_ended_by ON relays (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX relays_ended ON relays (ended_at) WHERE ended_at IS NOT NULL;

-- Who is in one just now: nobody in two.
CREATE TABLE relay_seats (
  person_id  INTEGER PRIMARY KEY REFERENCES people,
  relay_id   INTEGER NOT NULL REFERENCES relays ON DELETE CASCADE,
  edits_told INTEGER NOT NULL DEFAULT 0 CHECK (edits_told IN (0, 1))
) STRICT;
CREATE INDEX relay_seats_in ON relay_seats (relay_id);
