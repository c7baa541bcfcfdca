-- Mutual aid: words that are still in a voice, spans that begin anew, endings that can be taken back whole, a phone by
-- its own tap; and in a conversation, how many digits somebody has said in a row.

ALTER TABLE asks ADD COLUMN spoken TEXT NOT NULL DEFAULT '' CHECK (spoken IN ('', 'voice', 'photo', 'video'));  -- what says it, until a line does
ALTER TABLE asks ADD COLUMN heard_at_once INTEGER NOT NULL DEFAULT 0 CHECK (heard_at_once IN (0, 1));  -- by who takes it, before both agreed
ALTER TABLE asks ADD COLUMN again_at INTEGER;                               -- when its asker last asked on: its span begins there
ALTER TABLE givers ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));  -- has given because it was said to be done
UPDATE givers SET settled = 1 WHERE state = 'given' AND ask_id IN (SELECT id FROM asks WHERE state = 'done');
ALTER TABLE givers ADD COLUMN phone TEXT NOT NULL DEFAULT '';               -- the giver's, shown to the asker; gone when it ends
ALTER TABLE givers ADD COLUMN asker_phone TEXT NOT NULL DEFAULT '';         -- the asker's, shown to this giver; gone when it ends
ALTER TABLE relay_seats ADD COLUMN digits INTEGER NOT NULL DEFAULT 0;       -- how many, in lines of hardly anything else
ALTER TABLE relay_seats ADD COLUMN digits_at INTEGER NOT NULL DEFAULT 0;    -- when the last of them was said
