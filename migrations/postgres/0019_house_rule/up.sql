-- What a group checks by itself before words stand: one row for each group that set anything.
CREATE TABLE house_rule (
    group_id      BIGINT  NOT NULL PRIMARY KEY REFERENCES "group" (id),
    shares        TEXT    NOT NULL,           -- readers | members | week | fortnight | month: who may share
    looks         TEXT    NOT NULL,           -- what waits for a look, codes with a space between: first new alias links all
    pace_minutes  BIGINT  NOT NULL,           -- minutes between two things under one name; 0: none
    quiet_from    BIGINT,                     -- hour, 0 to 23; null: somebody is on duty at all hours
    quiet_until   BIGINT,                     -- hour, 0 to 23
    quiet_offset  BIGINT  NOT NULL DEFAULT 0, -- hours east of UTC in which these are told
    guarded_until BIGINT                      -- milliseconds: until then what is new and what comes from elsewhere waits; null: not guarded
);

-- One line of a group's words and links: what happens where they are met.
CREATE TABLE word_rule (
    id       BIGINT  PRIMARY KEY,           -- random
    group_id BIGINT  NOT NULL REFERENCES "group" (id),
    words    TEXT    NOT NULL,              -- words, phrases and domains, with commas between
    does     TEXT    NOT NULL,              -- note | fold | offer | hold | refuse
    note     TEXT    NOT NULL,              -- for note and fold: the code of a content note; else empty
    goes_to  BIGINT,                        -- group where such words have a better home; null: none
    sentence TEXT    NOT NULL               -- what the writer reads; empty: the usual one
);
-- What does a group look for?
CREATE INDEX word_rule_by_group ON word_rule (group_id);

-- Somebody, or a thread, goes slower for some days.
CREATE TABLE slow (
    group_id  BIGINT NOT NULL REFERENCES "group" (id),
    thread_id BIGINT NOT NULL,              -- 0: anywhere in the group
    face_id   BIGINT NOT NULL,              -- 0: everybody
    minutes   BIGINT NOT NULL,              -- between two things under one name
    until_on  BIGINT NOT NULL,              -- day it ends
    PRIMARY KEY (group_id, thread_id, face_id)
);
-- What is over?
CREATE INDEX slow_by_end ON slow (until_on);

-- Why words wait.
ALTER TABLE held ADD COLUMN why TEXT NOT NULL DEFAULT 'look';          -- look | first | new | links | all | words | pace | shares | guard
