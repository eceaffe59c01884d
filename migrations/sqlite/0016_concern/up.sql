-- Something that people told those who look after things about: one row for each post, reply, person or group while it is looked at, however many told.
CREATE TABLE concern (
    id         INTEGER PRIMARY KEY,           -- random: a sequence would count them
    subject    TEXT    NOT NULL,              -- thread:5 | reply:9 | face:7 | group:3
    thread_id  BIGINT,                        -- no reference: words go by themselves, and what was decided of them stays
    reply_id   BIGINT,                        -- null: the thread itself
    face_id    BIGINT,                        -- whose words these are, or who it is about; null: a group
    group_id   BIGINT  REFERENCES "group" (id), -- null: the community
    tier       TEXT    NOT NULL,              -- group | house: who looks
    urgency    BIGINT  NOT NULL,              -- 0 is the most urgent
    people     BIGINT  NOT NULL DEFAULT 0,    -- how many told
    opened_at  BIGINT  NOT NULL,              -- to the quarter hour, in milliseconds
    decided_on BIGINT,                        -- day; null: it waits
    outcome    TEXT    NOT NULL DEFAULT ''    -- fine | acted: what those who told are told; empty: it waits
);
-- One at a time for each thing.
CREATE UNIQUE INDEX concern_open ON concern (subject) WHERE decided_on IS NULL;
-- What waits, the most urgent first?
CREATE INDEX concern_queue ON concern (urgency, opened_at, id) WHERE decided_on IS NULL;
-- What waits about a thread?
CREATE INDEX concern_on_thread ON concern (thread_id) WHERE decided_on IS NULL;
-- What was told about this before?
CREATE INDEX concern_by_subject ON concern (subject);

-- What one person told. Nothing here is a function of an account alone: to find who it was takes their own live session.
CREATE TABLE report (
    mark       TEXT    NOT NULL PRIMARY KEY,  -- keyed hash of the teller and the concern, hex: telling twice is telling once
    concern_id BIGINT  NOT NULL REFERENCES concern (id),
    entry      TEXT    NOT NULL UNIQUE,       -- keyed hash of the teller and a number, hex: how they find what they told
    reason     TEXT    NOT NULL,              -- danger | worried | outing | solicitation | advances | sourcing | cruel | advice | spam | other
    words      TEXT    NOT NULL,              -- sealed; empty: none
    month      TEXT    NOT NULL               -- month of the key that opens them, YYYY-MM
) WITHOUT ROWID;
-- What was told of one concern?
CREATE INDEX report_by_concern ON report (concern_id);

-- What somebody who looks after things decided: the log of service. Those it met read the sentence; nobody else outside of it sees names.
CREATE TABLE act (
    id          INTEGER PRIMARY KEY,          -- random
    concern_id  BIGINT,                       -- no reference: concerns go after a while
    subject     TEXT    NOT NULL,             -- as in concern
    thread_id   BIGINT,
    reply_id    BIGINT,
    face_id     BIGINT,                       -- whom it met; null: a group, or they are gone
    group_id    BIGINT  REFERENCES "group" (id),
    tier        TEXT    NOT NULL,             -- group | house: whose log it is in
    verb        TEXT    NOT NULL,             -- fine | note | fold | remove | lock | pause | close | pause-here | close-here
    state       TEXT    NOT NULL,             -- done | proposed | undone
    by_face     BIGINT,                       -- who decided; null: they are gone
    words       TEXT    NOT NULL,             -- the sentence for whom it met
    was         TEXT    NOT NULL DEFAULT '',  -- what it was before, for taking it back
    until_on    BIGINT,                       -- day a pause ends
    done_on     BIGINT  NOT NULL,             -- day
    number      BIGINT  NOT NULL,             -- sequence, newest highest: the order without a clock
    undone_by   BIGINT,
    appeal      TEXT    NOT NULL DEFAULT '',  -- what they answered; empty: nothing
    appealed_on BIGINT,                       -- day; null: they did not
    appeal_tier TEXT    NOT NULL DEFAULT '',  -- group | house: who reads it
    answer      TEXT    NOT NULL DEFAULT '',  -- what came back; empty: it waits
    answered_by BIGINT
);
-- What was decided about this?
CREATE INDEX act_by_subject ON act (subject, number);
-- What did somebody's words or name meet?
CREATE INDEX act_by_face ON act (face_id, number) WHERE face_id IS NOT NULL;
-- What was done lately, here and in all?
CREATE INDEX act_by_group ON act (group_id, number);
CREATE INDEX act_by_number ON act (number);
CREATE INDEX act_by_day ON act (done_on);
-- Which answers wait?
CREATE INDEX act_appealed ON act (appealed_on) WHERE appealed_on IS NOT NULL;

-- Those who look after a group may pause somebody there.
ALTER TABLE membership ADD COLUMN paused_until BIGINT;                 -- day a pause here ends; null: none, or without an end
