ALTER TABLE community DROP COLUMN keep_away;
ALTER TABLE community DROP COLUMN keep_drafts;
ALTER TABLE community DROP COLUMN keep_notices;
ALTER TABLE community DROP COLUMN keep_wordings;
