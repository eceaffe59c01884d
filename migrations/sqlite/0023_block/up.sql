-- Somebody who does not want to meet a face: neither side meets the other's words. Never told to anybody, and no moment is kept.
CREATE TABLE block (
    by_face BIGINT NOT NULL REFERENCES face (id), -- whose wish it is: a member's own name, never an alias
    face_id BIGINT NOT NULL REFERENCES face (id), -- whom: the name or alias that was seen, and no other of the same person
    PRIMARY KEY (by_face, face_id)
) WITHOUT ROWID;
-- Who does not want to meet this face?
CREATE INDEX block_by_whom ON block (face_id, by_face);

-- What somebody asked to hear less of: a face, a group or a community; one of the three. It can still be opened.
CREATE TABLE mute (
    id       INTEGER PRIMARY KEY,               -- random
    by_face  BIGINT  NOT NULL REFERENCES face (id),
    face_id  BIGINT  REFERENCES face (id),      -- null: not about a person
    group_id BIGINT  REFERENCES "group" (id),   -- null: not about a group
    domain   TEXT,                              -- another community, as peers are named; null: not about one
    until_on BIGINT                             -- day on which it ends; null: for good
);
-- What does somebody hear less of?
CREATE INDEX mute_by_face ON mute (by_face, face_id);
-- Who hears less of this face?
CREATE INDEX mute_of_face ON mute (face_id) WHERE face_id IS NOT NULL;
-- What ends by itself?
CREATE INDEX mute_until ON mute (until_on) WHERE until_on IS NOT NULL;
