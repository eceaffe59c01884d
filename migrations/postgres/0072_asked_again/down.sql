ALTER TABLE ask DROP COLUMN is_silent;
DROP TABLE ask_usual;
