-- A concern that a decision about all of somebody's words closed along with its own waits again with that when it is taken back.
ALTER TABLE concern ADD COLUMN settled_by BIGINT; -- the decision about all of somebody's words that closed it along with its own case; null: it was decided by itself, or waits
-- Which did this decision close along with its own?
CREATE INDEX concern_settled_by ON concern (settled_by) WHERE settled_by IS NOT NULL;
-- What one of two people put about a concern that is closed by now arms nobody.
UPDATE act SET state = 'dropped' WHERE state = 'proposed' AND concern_id IN (SELECT id FROM concern WHERE decided_on IS NOT NULL);
