ALTER TABLE act DROP COLUMN answered_on;
