-- Words a member would rather not meet.
ALTER TABLE account ADD COLUMN muted_words TEXT NOT NULL DEFAULT '';   -- sealed: only a live session of theirs reads it; empty: none
