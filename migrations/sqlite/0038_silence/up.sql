-- What one of two buddies asked the other to notice: that they were not here for some days. Gone with the two.
CREATE TABLE silence (
    id        INTEGER PRIMARY KEY REFERENCES buddy (id) ON DELETE CASCADE, -- the side of whoever may go quiet
    face_id   BIGINT  NOT NULL REFERENCES face (id),
    is_agreed BOOLEAN NOT NULL DEFAULT FALSE, -- both said yes; as long as not, nothing is counted
    sealed    TEXT    NOT NULL                -- after how many days, without what, and how many it has been; JSON, filled up to one length, by the ring
);
-- Of whom is it counted?
CREATE INDEX silence_by_face ON silence (face_id);

-- When one of two buddies asked to be thought of. Gone with the two.
CREATE TABLE nudge (
    id        INTEGER PRIMARY KEY REFERENCES buddy (id) ON DELETE CASCADE, -- the side of whoever asked
    face_id   BIGINT  NOT NULL REFERENCES face (id),
    is_agreed BOOLEAN NOT NULL DEFAULT FALSE, -- both said yes
    sealed    TEXT    NOT NULL                -- how often, at which hour of which clock, and the last day; JSON, filled up to one length, by the ring
);
CREATE INDEX nudge_by_face ON nudge (face_id);

-- What a buddy reads of a check-in: weather and a line, for some days. Gone with the day, and with the two.
CREATE TABLE checkin_told (
    mark     TEXT   NOT NULL PRIMARY KEY REFERENCES checkin (mark) ON DELETE CASCADE,
    buddy_id BIGINT NOT NULL REFERENCES buddy (id) ON DELETE CASCADE, -- the side of whoever tells
    sealed   TEXT   NOT NULL, -- which day, its weather and a line; JSON, filled up to one length, by the ring
    told_on  BIGINT NOT NULL  -- day it was told
);
-- What does a buddy read?
CREATE INDEX checkin_told_by_buddy ON checkin_told (buddy_id);
-- What goes next?
CREATE INDEX checkin_told_ends ON checkin_told (told_on);
