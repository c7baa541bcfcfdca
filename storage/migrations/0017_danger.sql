-- Somebody in danger: of which kind, where, who was told. What was said is not kept. And pleas that were spoken.

CREATE TABLE dangers (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES people,
  by_id     INTEGER REFERENCES people,                -- who said it on somebody's behalf
  kind      TEXT NOT NULL,
  place_id  INTEGER REFERENCES places,
  room_id   INTEGER REFERENCES rooms,                 -- the group it was said in
  state     TEXT NOT NULL CHECK (state IN ('asking', 'quiet', 'told', 'over')),
  opened_at INTEGER NOT NULL,
  told_at   INTEGER,
  ended_at  INTEGER,
  file_kind TEXT,                                     -- a voice or photo, for those who are told
  file_id   TEXT
) STRICT;
CREATE INDEX dangers_of ON dangers (person_id, opened_at);
CREATE INDEX dangers_by ON dangers (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX dangers_at ON dangers (opened_at);
CREATE INDEX dangers_place ON dangers (place_id);
CREATE INDEX dangers_room ON dangers (room_id) WHERE room_id IS NOT NULL;

CREATE TABLE danger_told (
  danger_id   INTEGER NOT NULL REFERENCES dangers ON DELETE CASCADE,
  person_id   INTEGER NOT NULL REFERENCES people,
  title       TEXT NOT NULL DEFAULT '',               -- as whom they were told; '' for a helper
  at          INTEGER NOT NULL,
  answer      TEXT CHECK (answer IN ('going', 'reached', 'called')),
  answered_at INTEGER,
  PRIMARY KEY (danger_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX danger_told_of ON danger_told (person_id);

-- A plea that was spoken or shown: the file stays with Telegram, for those who handle it; and the line somebody heard in it.
CREATE TABLE ask_files (
  ask_id  INTEGER PRIMARY KEY REFERENCES asks ON DELETE CASCADE,
  kind    TEXT NOT NULL CHECK (kind IN ('voice', 'photo', 'video')),
  file_id TEXT NOT NULL,
  line    TEXT NOT NULL DEFAULT '',                   -- waits for the speaker's yes
  line_by INTEGER REFERENCES people
) STRICT;
CREATE INDEX ask_files_line ON ask_files (line_by) WHERE line_by IS NOT NULL;
