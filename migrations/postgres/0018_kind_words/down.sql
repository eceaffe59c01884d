ALTER TABLE account DROP COLUMN kind_words_travel;
