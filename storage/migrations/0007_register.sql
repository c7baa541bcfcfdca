-- Lists that were sent to change the register: what they say is kept until somebody decides, a day at most.

CREATE TABLE imports (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,       -- who sent it
  sent_at   INTEGER NOT NULL,
  state     TEXT NOT NULL
            CHECK (state IN ('reading', 'refused', 'wrong', 'same', 'ready', 'applied', 'declined', 'expired')),
  shown     TEXT NOT NULL DEFAULT '{}',               -- JSON: what its card says
  listing   TEXT,                                     -- JSON: what the list says; only while it is ready
  mark      TEXT                                      -- of the difference that was shown
) STRICT;
CREATE INDEX imports_of ON imports (person_id);
