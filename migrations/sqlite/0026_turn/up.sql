-- Looking after a group is a turn: it may have an end, can be put down for a while, and is handed over with words.
ALTER TABLE membership ADD COLUMN turn_until BIGINT;                               -- day a turn ends; null: without an end
ALTER TABLE membership ADD COLUMN is_end_told BOOLEAN NOT NULL DEFAULT FALSE;      -- they were told that it ends
ALTER TABLE membership ADD COLUMN rests_as TEXT NOT NULL DEFAULT '';               -- role they come back to after a rest; empty: they do not rest
ALTER TABLE membership ADD COLUMN rests_until BIGINT;                              -- day a rest ends; null: they do not rest
-- Whose turn ends, and whose rest?
CREATE INDEX membership_by_turn ON membership (turn_until) WHERE turn_until IS NOT NULL;
CREATE INDEX membership_by_rest ON membership (rests_until) WHERE rests_until IS NOT NULL;

-- What those who serve in a group leave for whoever comes next.
CREATE TABLE handover (
    group_id   BIGINT  NOT NULL PRIMARY KEY REFERENCES "group" (id),
    words      TEXT    NOT NULL,              -- Markdown
    by_face    BIGINT,                        -- who wrote it last; null: they are gone
    written_on BIGINT  NOT NULL               -- day
) WITHOUT ROWID;
