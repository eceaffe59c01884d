-- For how many days things are kept that nobody takes back.
ALTER TABLE community ADD COLUMN keep_wordings BIGINT NOT NULL DEFAULT 7;   -- days: earlier wordings
ALTER TABLE community ADD COLUMN keep_notices BIGINT NOT NULL DEFAULT 90;   -- days: notices
ALTER TABLE community ADD COLUMN keep_drafts BIGINT NOT NULL DEFAULT 180;   -- days: drafts, since they were last saved
ALTER TABLE community ADD COLUMN keep_away BIGINT NOT NULL DEFAULT 730;     -- days: accounts nobody uses
