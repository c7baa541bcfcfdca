-- Categories of tickets as a community wants them: what a steward changed in those that come with the house, and
-- added. NULL: as it comes with the house.

CREATE TABLE categories (
  key         TEXT PRIMARY KEY,                         -- own-1 for one of the community's own
  zh          TEXT,                                     -- the name of one of its own
  en          TEXT,
  acknowledge INTEGER,                                  -- seconds of its clock
  progress    INTEGER,
  fix         INTEGER,
  urgent      INTEGER CHECK (urgent IN (0, 1)),
  private     INTEGER CHECK (private IN (0, 1)),
  conduct     INTEGER CHECK (conduct IN (0, 1)),
  also        TEXT,                                     -- titles that are told, with spaces between
  words       TEXT NOT NULL DEFAULT '',                 -- a JSON list: what neighbours call it here
  off         INTEGER NOT NULL DEFAULT 0 CHECK (off IN (0, 1)),
  by_id       INTEGER REFERENCES people,
  at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX categories_by ON categories (by_id) WHERE by_id IS NOT NULL;

INSERT INTO house VALUES ('categories', '0');
CREATE TRIGGER category_added AFTER INSERT ON categories BEGIN
  UPDATE house SET value = CAST(value AS INTEGER) + 1 WHERE key = 'categories';
END;
CREATE TRIGGER category_changed AFTER UPDATE ON categories BEGIN
  UPDATE house SET value = CAST(value AS INTEGER) + 1 WHERE key = 'categories';
END;
CREATE TRIGGER category_gone AFTER DELETE ON categories BEGIN
  UPDATE house SET value = CAST(value AS INTEGER) + 1 WHERE key = 'categories';
END;

CREATE INDEX tickets_sorted ON tickets (category, state);
CREATE INDEX tickets_fixed ON tickets (fixed_at) WHERE fixed_at IS NOT NULL;
CREATE INDEX tickets_stand ON tickets (state, opened_at);
