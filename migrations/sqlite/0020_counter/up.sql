-- What a member counts their days from. The book opens for their own live session alone, and for no copy of the database.
CREATE TABLE counter (
    id      INTEGER PRIMARY KEY,          -- random
    face_id BIGINT  NOT NULL REFERENCES face (id),
    book    TEXT    NOT NULL,             -- sealed by the member's secret: name, dates, zone, setbacks and their words
    shown   TEXT    NOT NULL DEFAULT ''   -- JSON that their own page shows to who is signed in here; empty: nothing
);
-- Which counters does somebody keep?
CREATE INDEX counter_by_face ON counter (face_id);

-- How somebody was on one day of their own clock: one row a day. Which day that is, only their own live session can tell.
CREATE TABLE checkin (
    mark      TEXT   NOT NULL PRIMARY KEY, -- keyed hash of the member's secret and the day, hex: one a day
    face_id   BIGINT NOT NULL REFERENCES face (id),
    entry     TEXT   NOT NULL,             -- sealed by the member's secret
    group_id  BIGINT REFERENCES "group" (id), -- who else reads weather and line; null: nobody
    weather   TEXT   NOT NULL DEFAULT '',  -- for the group: good | okay | mixed | hard | very-hard; empty: nothing is shared
    line      TEXT   NOT NULL DEFAULT '',  -- for the group; may be empty
    shared_on BIGINT                       -- day it was shared; null: it is not
);
-- How was somebody lately?
CREATE INDEX checkin_by_face ON checkin (face_id);
-- How is a group today?
CREATE INDEX checkin_by_group ON checkin (group_id, shared_on) WHERE group_id IS NOT NULL;
