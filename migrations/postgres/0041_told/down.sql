DROP TABLE folded;
DROP TABLE flag;
ALTER TABLE concern DROP COLUMN why;
ALTER TABLE concern DROP COLUMN seen_on;
DROP INDEX act_by_with;
ALTER TABLE act DROP COLUMN with_id;
