UPDATE act SET state = 'undone' WHERE state = 'dropped';
DROP INDEX concern_settled_by;
ALTER TABLE concern DROP COLUMN settled_by;
