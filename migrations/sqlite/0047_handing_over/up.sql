-- Whoever listens hands over, or points to the helplines; afterwards they may be asked how they are.
ALTER TABLE ask ADD COLUMN is_pointed BOOLEAN NOT NULL DEFAULT FALSE;      -- whether whoever listens points to the helplines; who did is not kept
ALTER TABLE ask_seat ADD COLUMN hands_over BOOLEAN NOT NULL DEFAULT FALSE; -- they stay until somebody else comes, and are gone in that moment
ALTER TABLE lamp ADD COLUMN looks_back_on BIGINT;                          -- day by their own clock on which they asked to be asked how they are; null: nothing is asked
