-- What waits for a head: somebody may knock at several groups, and what a household asks goes one level up, too.

-- The groups that somebody asked to be let into besides the first, which stands with the request.
CREATE TABLE knocks (
  join_id INTEGER NOT NULL REFERENCES joins ON DELETE CASCADE,
  room_id INTEGER NOT NULL REFERENCES rooms,
  PRIMARY KEY (join_id, room_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX knocks_at ON knocks (room_id);

ALTER TABLE matters ADD COLUMN level INTEGER NOT NULL DEFAULT 0;  -- how many have been asked before

-- Whoever comes back speaks for the household again.
ALTER TABLE moved ADD COLUMN speaks INTEGER NOT NULL DEFAULT 0 CHECK (speaks IN (0, 1));
