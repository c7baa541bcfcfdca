-- A group may be a circle's instead of a place's: `heads` (whoever answers for the buildings), `team` (a new list of
-- people), or the number of a circle there is; empty: it is a place's.
ALTER TABLE room_wishes ADD COLUMN circle TEXT NOT NULL DEFAULT '';
