-- Which place a group belongs to is asked of whoever added us and agreed to by a steward.

CREATE TABLE room_wishes (
  room_id  INTEGER PRIMARY KEY REFERENCES rooms,
  by_id    INTEGER REFERENCES people,                 -- who added us, or asked for it
  place_id INTEGER REFERENCES places,                 -- which place they named; none yet
  name     TEXT NOT NULL DEFAULT '',                  -- a place that is not in the register yet, as they wrote it
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX room_wishes_by ON room_wishes (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX room_wishes_place ON room_wishes (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX rooms_at ON rooms (place_id) WHERE place_id IS NOT NULL;
