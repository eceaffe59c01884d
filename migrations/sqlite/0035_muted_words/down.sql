ALTER TABLE account DROP COLUMN muted_words;
