-- Handling tickets: hours that were offered and agreed, what it may cost, repairers who came by a link, and what a
-- ticket has turned into.

ALTER TABLE tickets ADD COLUMN circle_id INTEGER REFERENCES circles;   -- whose task it is
ALTER TABLE tickets ADD COLUMN became TEXT NOT NULL DEFAULT '';        -- the thing it goes on as: ask_12
CREATE INDEX tickets_circle ON tickets (circle_id) WHERE circle_id IS NOT NULL;

-- A note may be a question to the reporter, or their answer.
ALTER TABLE ticket_notes ADD COLUMN says TEXT NOT NULL DEFAULT '' CHECK (says IN ('', 'ask', 'answer'));

CREATE TABLE ticket_visits (                            -- when somebody could come; the reporter taps one
  ticket_id INTEGER NOT NULL REFERENCES tickets ON DELETE CASCADE,
  at        INTEGER NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('noted', 'offered', 'agreed')),
  PRIMARY KEY (ticket_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_charges (                           -- what it would cost; the reporter says yes or no
  id          INTEGER PRIMARY KEY,
  ticket_id   INTEGER NOT NULL REFERENCES tickets ON DELETE CASCADE,
  cents       INTEGER NOT NULL,
  what        TEXT NOT NULL,
  person_id   INTEGER REFERENCES people,                -- who asks for it
  asked_at    INTEGER NOT NULL,
  answer      TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no', 'dropped')),
  answered_by INTEGER REFERENCES people,
  answered_at INTEGER
) STRICT;
CREATE INDEX ticket_charges_of ON ticket_charges (ticket_id);
CREATE INDEX ticket_charges_by ON ticket_charges (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ticket_charges_answered ON ticket_charges (answered_by) WHERE answered_by IS NOT NULL;

CREATE TABLE repairers (                                -- who repairs at a place, by a link that worked once
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  place_id  INTEGER NOT NULL REFERENCES places,
  by_id     INTEGER REFERENCES people,                  -- who made the link
  since     INTEGER NOT NULL,
  until     INTEGER
) STRICT;
CREATE UNIQUE INDEX repairers_of ON repairers (person_id, place_id) WHERE until IS NULL;
CREATE INDEX repairers_person ON repairers (person_id);
CREATE INDEX repairers_at ON repairers (place_id) WHERE until IS NULL;
CREATE INDEX repairers_by ON repairers (by_id) WHERE by_id IS NOT NULL;
