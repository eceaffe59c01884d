DROP INDEX alias_appeal_waits;
DROP INDEX alias_by_decider;
ALTER TABLE alias_appeal DROP COLUMN is_up;
ALTER TABLE alias_appeal DROP COLUMN is_past;
ALTER TABLE alias_appeal DROP COLUMN by_face;
ALTER TABLE alias DROP COLUMN by_face;
