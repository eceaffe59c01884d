-- Somebody reads along in every group and says nothing for some days, because those who look after the community decided so.
CREATE TABLE reads_along_here (
    face_id  BIGINT NOT NULL PRIMARY KEY,   -- a name here or of another community; says nothing of its aliases
    until_on BIGINT NOT NULL                -- day it ends
);
-- What is over?
CREATE INDEX reads_along_here_by_end ON reads_along_here (until_on);
