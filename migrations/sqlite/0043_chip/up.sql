-- A milestone that a member shows to a group or to a buddy, so that a person there may give them a chip. For three days.
CREATE TABLE milestone (
    id         INTEGER PRIMARY KEY,                  -- random
    face_id    BIGINT  NOT NULL REFERENCES face (id), -- whose; never an alias
    counter_id BIGINT  NOT NULL REFERENCES counter (id) ON DELETE CASCADE,
    group_id   BIGINT  REFERENCES "group" (id),       -- who reads it; null: a buddy does
    buddy_id   BIGINT  REFERENCES buddy (id) ON DELETE CASCADE, -- the side of whoever shows it; null: a group reads it
    span       TEXT    NOT NULL,                      -- days | months | years
    number     BIGINT  NOT NULL,                      -- how many
    shown_on   BIGINT  NOT NULL                       -- day it was shown
);
-- What does somebody show?
CREATE INDEX milestone_by_face ON milestone (face_id);
-- Which of a counter go with a setback?
CREATE INDEX milestone_by_counter ON milestone (counter_id);
-- What does a buddy read?
CREATE INDEX milestone_by_buddy ON milestone (buddy_id);
-- What goes next?
CREATE INDEX milestone_ends ON milestone (shown_on);

-- A chip that a person gave, with words of their own. Nothing here gives one by itself.
CREATE TABLE chip (
    id           INTEGER PRIMARY KEY,                  -- random
    by_face      BIGINT  NOT NULL REFERENCES face (id), -- who gave it
    face_id      BIGINT  NOT NULL REFERENCES face (id), -- whose
    milestone_id BIGINT  REFERENCES milestone (id) ON DELETE SET NULL, -- for which; null: it is no longer shown
    span         TEXT    NOT NULL,                      -- days | months | years
    number       BIGINT  NOT NULL,                      -- how many
    sealed       TEXT    NOT NULL,                      -- the words, filled up to one length, by the ring
    state        TEXT    NOT NULL,                      -- new | kept | hidden
    given_on     BIGINT  NOT NULL                       -- day it was given
);
-- One chip of one person for one milestone.
CREATE UNIQUE INDEX chip_once ON chip (milestone_id, by_face);
-- What was somebody given?
CREATE INDEX chip_by_face ON chip (face_id);
-- What did somebody give?
CREATE INDEX chip_by_giver ON chip (by_face);
