-- Whether somebody's kind words may be told to other communities.
ALTER TABLE account ADD COLUMN kind_words_travel BOOLEAN NOT NULL DEFAULT FALSE;   -- kind words go as far as the thread they are put under
