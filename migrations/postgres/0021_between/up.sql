-- A concern about words of another community is passed on to it once, if somebody who told wishes so.
ALTER TABLE concern ADD COLUMN is_passed_on BOOLEAN NOT NULL DEFAULT FALSE;        -- the community that keeps them was told too

-- A group may have gone to another community: those who look after it say so, and each of its members decides.
ALTER TABLE "group" ADD COLUMN moved_to BIGINT;                                    -- the group it has gone to, as it is known here; null: it is here
