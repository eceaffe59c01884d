-- What somebody told a buddy in a note may say how they are: it is sealed, with its day, and goes after a week.
ALTER TABLE buddy ADD COLUMN noted TEXT NOT NULL DEFAULT ''; -- the latest caring note of face_id, its day and how many that day, sealed by the ring; empty: never one
-- What stood in clear is let go of.
UPDATE buddy SET note = '', noted_on = NULL, notes = 0;
ALTER TABLE buddy DROP COLUMN note;
ALTER TABLE buddy DROP COLUMN noted_on;
ALTER TABLE buddy DROP COLUMN notes;

-- What rings: an ask that was made often is seen and rings no more, and whoever listens calls another one now and then.
ALTER TABLE ask ADD COLUMN is_quiet BOOLEAN NOT NULL DEFAULT FALSE;   -- asked often within a day: it is listed, and rings no device
ALTER TABLE ask ADD COLUMN is_calling BOOLEAN NOT NULL DEFAULT FALSE; -- another listener is asked for while somebody is there: since rung_at, for minutes
