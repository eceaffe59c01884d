-- Words a member would rather not meet.
ALTER TABLE account ADD COLUMN muted_words TEXT NOT NULL DEFAULT '';   -- sealed: only a live session of theirs reads it; empty: none

-- Which group a thread was moved from.
ALTER TABLE thread ADD COLUMN moved_from BIGINT;                                  -- null: it stands where it was opened
