-- What is wrong with the house, until its stewards have heard of it.
CREATE TABLE troubles (
  kind    TEXT NOT NULL,
  thing   TEXT NOT NULL DEFAULT '',                   -- room_3
  at      INTEGER NOT NULL,                           -- when it was noticed last
  number  INTEGER NOT NULL DEFAULT 0,                 -- how many, how long, how much is left
  open    INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),  -- neither told nor over
  told_at INTEGER,
  PRIMARY KEY (kind, thing)
) STRICT, WITHOUT ROWID;
