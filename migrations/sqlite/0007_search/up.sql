-- What search knows of: one row a thread, one a reply. Their words lie in the index, not here.
CREATE TABLE search_entry (
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival, key of the index and page cursor
    thread_id BIGINT NOT NULL REFERENCES thread (id),
    reply_id  BIGINT REFERENCES reply (id),    -- null: the thread itself
    reply_key BIGINT NOT NULL DEFAULT 0,       -- the same, with 0 for null, so that the pair is unique
    UNIQUE (thread_id, reply_key)
);

-- The index, over folded words. secure-delete: what is taken back leaves no trace in it.
CREATE VIRTUAL TABLE search_fts USING fts5 (words, columnsize = 0, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO search_fts (search_fts, rank) VALUES ('secure-delete', 1);

-- What may a visitor read in a group, newest first?
CREATE INDEX thread_open_in_group ON thread (group_id, id DESC) WHERE reach = 'everyone' AND removed_at IS NULL AND taken_back_at IS NULL;
-- Who needs a reply in a group?
CREATE INDEX thread_waiting_in_group ON thread (group_id, is_hard DESC, id) WHERE is_waiting IS NOT NULL AND removed_at IS NULL AND taken_back_at IS NULL;
