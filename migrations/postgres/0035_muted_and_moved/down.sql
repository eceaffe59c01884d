ALTER TABLE thread DROP COLUMN moved_from;
ALTER TABLE account DROP COLUMN muted_words;
