-- Who was asked to hold an office, lines passed to who answers, and circles.

-- How an office ended: by whom, and to whom it was handed over. Undone within a day by the one who ended it.
ALTER TABLE offices ADD COLUMN ended_by INTEGER REFERENCES people;
ALTER TABLE offices ADD COLUMN handed_to INTEGER REFERENCES offices ON DELETE SET NULL;
CREATE INDEX offices_ended ON offices (ended_by, until) WHERE ended_by IS NOT NULL;
CREATE INDEX offices_handed ON offices (handed_to) WHERE handed_to IS NOT NULL;
CREATE INDEX offices_before ON offices (person_id, until) WHERE until IS NOT NULL;

-- Whom a code waits for: they were named, or opened its link, and have not said yes or no.
CREATE TABLE invitations (
  code_id   INTEGER NOT NULL REFERENCES codes ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  PRIMARY KEY (code_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_of ON invitations (person_id);

-- A line that the bot carries between a neighbour and who answers for a place; kept for a month.
CREATE TABLE lines (
  id         INTEGER PRIMARY KEY,
  office_id  INTEGER REFERENCES offices ON DELETE SET NULL,
  from_id    INTEGER NOT NULL REFERENCES people,
  by_id      INTEGER REFERENCES people,               -- who said it on somebody's behalf
  to_id      INTEGER NOT NULL REFERENCES people,
  answers_id INTEGER REFERENCES lines ON DELETE SET NULL,
  words      TEXT NOT NULL,
  media      TEXT,                                    -- photo, voice, video
  file_id    TEXT,
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX lines_from ON lines (from_id, at);
CREATE INDEX lines_to ON lines (to_id);
CREATE INDEX lines_by ON lines (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX lines_answers ON lines (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX lines_office ON lines (office_id);
CREATE INDEX lines_at ON lines (at);

-- Who wants no more lines until then.
CREATE TABLE no_lines (
  person_id INTEGER PRIMARY KEY REFERENCES people,
  until     INTEGER NOT NULL
) STRICT;

-- A circle: everybody who holds a title at or below a place, or a list of people; with a lead, and a room if it has one.
CREATE TABLE circles (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  place_id INTEGER NOT NULL REFERENCES places,
  title    TEXT,                                      -- NULL: the people of circle_members
  lead_id  INTEGER REFERENCES people,
  room_id  INTEGER REFERENCES rooms ON DELETE SET NULL,
  made_by  INTEGER REFERENCES people,
  made_at  INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX circles_at ON circles (place_id);
CREATE INDEX circles_led ON circles (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX circles_made ON circles (made_by) WHERE made_by IS NOT NULL;
CREATE UNIQUE INDEX circles_in ON circles (room_id) WHERE room_id IS NOT NULL AND ended_at IS NULL;

CREATE TABLE circle_members (
  circle_id INTEGER NOT NULL REFERENCES circles,
  person_id INTEGER NOT NULL REFERENCES people,
  since     INTEGER NOT NULL,
  PRIMARY KEY (circle_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX circle_members_of ON circle_members (person_id);
