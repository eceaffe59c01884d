-- Who decided about an alias, so that somebody else reads what it answers; and what it answered to an earlier decision stays.
ALTER TABLE alias ADD COLUMN by_face BIGINT;                               -- who decided last; null: nobody did, or they are gone
ALTER TABLE alias_appeal ADD COLUMN by_face BIGINT;                        -- who decided what it answers; null: they are gone
ALTER TABLE alias_appeal ADD COLUMN is_past BOOLEAN NOT NULL DEFAULT FALSE; -- something newer was decided since: it may answer once more
ALTER TABLE alias_appeal ADD COLUMN is_up BOOLEAN NOT NULL DEFAULT FALSE;  -- those who look after the whole community were asked to read it
-- About which did somebody decide who may be gone?
CREATE INDEX alias_by_decider ON alias (by_face) WHERE by_face IS NOT NULL;
-- Which wait to be answered?
CREATE INDEX alias_appeal_waits ON alias_appeal (sent_on) WHERE answer = '';
