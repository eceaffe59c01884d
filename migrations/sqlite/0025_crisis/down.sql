DROP TABLE phrase;
DROP TABLE care_quiet;
DROP TABLE setback;
DROP TABLE care;
DROP INDEX concern_after;
ALTER TABLE concern DROP COLUMN after_on;
ALTER TABLE concern DROP COLUMN is_met;
ALTER TABLE concern DROP COLUMN is_asked;
