-- Pictures that were sent as files, without what they said of when and where they were taken.

CREATE TABLE ticket_pictures (
  note_id INTEGER PRIMARY KEY REFERENCES ticket_notes ON DELETE CASCADE,
  content BLOB NOT NULL                                 -- a JPEG
) STRICT;
