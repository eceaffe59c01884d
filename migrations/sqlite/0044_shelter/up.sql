-- A day on which what somebody says goes to one group alone. Why is not kept: whoever had a hard day, used, or is tired has the
-- same row. Gone when they have looked back on it.
CREATE TABLE shelter (
    face_id  INTEGER PRIMARY KEY REFERENCES face (id),  -- whose; an alias is not held by it, or it would say whose it is
    group_id BIGINT  NOT NULL REFERENCES "group" (id),   -- the only one that reads what they say
    until    BIGINT  NOT NULL                            -- milliseconds since 1970, to the full hour; afterwards it only waits to be looked back on
);
-- What goes next?
CREATE INDEX shelter_ends ON shelter (until);
