-- Repair tickets: what is reported where, who has it, who was asked, who follows it, and what was said and shown.

CREATE TABLE outsiders (
  id        INTEGER PRIMARY KEY,
  place_id  INTEGER NOT NULL REFERENCES places,         -- for whom they are responsible
  name      TEXT NOT NULL,                              -- 电梯维保, a company
  phone     TEXT NOT NULL DEFAULT '',
  work      TEXT NOT NULL DEFAULT '',                   -- the category they are for; '': any
  gone_at   INTEGER
) STRICT;
CREATE INDEX outsiders_of ON outsiders (place_id) WHERE gone_at IS NULL;

CREATE TABLE tickets (
  id          INTEGER PRIMARY KEY,
  person_id   INTEGER REFERENCES people,                -- who reported it; none once they were erased
  by_id       INTEGER REFERENCES people,                -- who did so on their behalf
  room_id     INTEGER REFERENCES rooms,                 -- the group whose card shows it
  place_id    INTEGER NOT NULL REFERENCES places,       -- a stair, a building or wider; never a dwelling
  category    TEXT NOT NULL,
  text        TEXT NOT NULL,                            -- the reporter's words
  state       TEXT NOT NULL CHECK (state IN ('draft', 'new', 'taken', 'waiting', 'fixed', 'done', 'unconfirmed',
                                             'withdrawn', 'merged', 'elsewhere', 'unfixable')),
  opened_at   INTEGER NOT NULL,
  asked_at    INTEGER NOT NULL,
  clock_from  INTEGER NOT NULL,
  moved_at    INTEGER NOT NULL,
  indoor      INTEGER NOT NULL DEFAULT 0 CHECK (indoor IN (0, 1)),
  level       INTEGER NOT NULL DEFAULT 0,
  owner_id    INTEGER REFERENCES people,
  from_id     INTEGER REFERENCES people,
  outsider_id INTEGER REFERENCES outsiders,
  paused_at   INTEGER,
  paused      INTEGER NOT NULL DEFAULT 0,
  reason      TEXT NOT NULL DEFAULT '',
  until       INTEGER,
  told        TEXT NOT NULL DEFAULT '',
  reopened    INTEGER NOT NULL DEFAULT 0,
  into_id     INTEGER REFERENCES tickets,
  fixed_at    INTEGER,
  ended_at    INTEGER,
  due_at      INTEGER,                                  -- the earliest deadline of a clock that runs
  CHECK ((ended_at IS NULL) = (state IN ('draft', 'new', 'taken', 'waiting', 'fixed'))),
  CHECK (owner_id IS NOT NULL OR state NOT IN ('taken'))
) STRICT;
CREATE INDEX tickets_of ON tickets (person_id, state);
CREATE INDEX tickets_by ON tickets (by_id, state) WHERE by_id IS NOT NULL;
CREATE INDEX tickets_owned ON tickets (owner_id, state) WHERE owner_id IS NOT NULL;
CREATE INDEX tickets_handed ON tickets (from_id) WHERE from_id IS NOT NULL;
CREATE INDEX tickets_into ON tickets (into_id) WHERE into_id IS NOT NULL;
CREATE INDEX tickets_outside ON tickets (outsider_id) WHERE outsider_id IS NOT NULL;
CREATE INDEX tickets_at ON tickets (place_id, state, category);
CREATE INDEX tickets_in ON tickets (room_id, state) WHERE room_id IS NOT NULL;
CREATE INDEX tickets_due ON tickets (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX tickets_ended ON tickets (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX tickets_opened ON tickets (opened_at);

CREATE TABLE ticket_desks (                             -- who may take it: the office-holders it was given to
  ticket_id INTEGER NOT NULL REFERENCES tickets ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  level     INTEGER NOT NULL,                           -- at which step it came to them; -1: only to know of it
  at        INTEGER NOT NULL,
  reached   INTEGER NOT NULL DEFAULT 1 CHECK (reached IN (0, 1)),
  PRIMARY KEY (ticket_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_desks_of ON ticket_desks (person_id, ticket_id);

CREATE TABLE ticket_followers (                         -- me too
  ticket_id INTEGER NOT NULL REFERENCES tickets ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  by_id     INTEGER REFERENCES people,
  at        INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_followers_of ON ticket_followers (person_id);
CREATE INDEX ticket_followers_by ON ticket_followers (by_id) WHERE by_id IS NOT NULL;

CREATE TABLE ticket_notes (                             -- words, photos and voices on the way
  id        INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES tickets ON DELETE CASCADE,
  person_id INTEGER REFERENCES people,
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('report', 'note', 'fixed', 'why', 'where')),
  text      TEXT NOT NULL DEFAULT '',
  file_kind TEXT,                                       -- photo, video, voice, document
  file_id   TEXT,                                       -- Telegram's; the file stays there
  CHECK ((file_kind IS NULL) = (file_id IS NULL))
) STRICT;
CREATE INDEX ticket_notes_of ON ticket_notes (ticket_id);
CREATE INDEX ticket_notes_by ON ticket_notes (person_id) WHERE person_id IS NOT NULL;
