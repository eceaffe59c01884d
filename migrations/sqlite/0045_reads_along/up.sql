-- Somebody reads along in a group and says nothing there for some days, because those who look after it decided so.
CREATE TABLE reads_along (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    face_id  BIGINT NOT NULL,               -- a name or an alias; neither says anything of the other
    until_on BIGINT NOT NULL,               -- day it ends
    PRIMARY KEY (group_id, face_id)
) WITHOUT ROWID;
-- What is over?
CREATE INDEX reads_along_by_end ON reads_along (until_on);
