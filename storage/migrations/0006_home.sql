-- At home: what somebody's private chat shows, so that it changes when it should.

ALTER TABLE people ADD COLUMN keys TEXT;              -- the big buttons as last sent, one a line
ALTER TABLE people ADD COLUMN menu TEXT;              -- which command menu of their own was last set; none: everybody's
ALTER TABLE people ADD COLUMN welcomed_at INTEGER;    -- the newcomer's card was shown
