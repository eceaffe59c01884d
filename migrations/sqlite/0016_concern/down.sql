ALTER TABLE membership DROP COLUMN paused_until;
DROP TABLE act;
DROP TABLE report;
DROP TABLE concern;
