-- Whoever listens may point to the helplines, so that whoever asked sees them first. Who pointed is not kept.
ALTER TABLE ask ADD COLUMN is_pointed BOOLEAN NOT NULL DEFAULT FALSE;
-- They may also hand over: they stay until somebody else comes, and are gone in the same moment.
ALTER TABLE ask_seat ADD COLUMN hands_over BOOLEAN NOT NULL DEFAULT FALSE;
-- And be asked on the next day how they are: only if they said so, and only for a few days.
ALTER TABLE lamp ADD COLUMN looks_back_on BIGINT;                   -- day by their own clock; null: nothing is asked
