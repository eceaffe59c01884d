-- Somebody elsewhere who follows a group of this community, or asked to. Only what letters need; nobody sees a list of them.
CREATE TABLE follower (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    actor    TEXT   NOT NULL,                        -- their address
    domain   TEXT   NOT NULL,                        -- their community, as peers are named
    inbox    TEXT   NOT NULL,                        -- where to write to them
    shared   TEXT   NOT NULL DEFAULT '',             -- where to write to all of their community; '' if there is no such place
    follow   TEXT   NOT NULL,                        -- the address of their request, for the answer
    since_on BIGINT NOT NULL,                        -- day
    PRIMARY KEY (group_id, actor)
) WITHOUT ROWID;
-- What does this community follow here?
CREATE INDEX follower_by_domain ON follower (domain, group_id);

-- A group elsewhere, as it stands here: its row in "group" is what members join.
CREATE TABLE far_group (
    group_id   BIGINT NOT NULL PRIMARY KEY REFERENCES "group" (id),
    actor      TEXT   NOT NULL UNIQUE,               -- its address
    domain     TEXT   NOT NULL,                      -- its community
    inbox      TEXT   NOT NULL,
    shared     TEXT   NOT NULL DEFAULT '',
    outbox     TEXT   NOT NULL DEFAULT '',           -- where its newest threads are listed; '' if nowhere
    state      TEXT   NOT NULL DEFAULT 'wanted',     -- wanted | asked | in | refused | left
    follow     TEXT   NOT NULL DEFAULT '',           -- the address of our request; '' before the first
    moderators TEXT   NOT NULL DEFAULT '[]',         -- JSON: addresses of those who look after it
    seen_on    BIGINT NOT NULL                       -- day it was last asked for
) WITHOUT ROWID;
-- Which groups of this community are known here?
CREATE INDEX far_group_by_domain ON far_group (domain, group_id);

-- Somebody elsewhere whose words stand here: which face is theirs.
CREATE TABLE far_face (
    face_id BIGINT NOT NULL PRIMARY KEY REFERENCES face (id),
    actor   TEXT   NOT NULL UNIQUE,                  -- their address
    domain  TEXT   NOT NULL                          -- their community
) WITHOUT ROWID;
-- Who of this community has spoken here?
CREATE INDEX far_face_by_domain ON far_face (domain, face_id);

-- Words from elsewhere, by their address there.
CREATE TABLE far_post (
    uri       TEXT    PRIMARY KEY,
    thread_id BIGINT  NOT NULL DEFAULT 0,            -- the thread they are, or are in; 0: they never came
    reply_id  BIGINT  NOT NULL DEFAULT 0,            -- 0: the thread itself
    domain    TEXT    NOT NULL,                      -- their community
    actor     TEXT    NOT NULL,                      -- who wrote them, or took back what never came
    is_gone   BOOLEAN NOT NULL DEFAULT FALSE         -- their writer took them back: what comes late is not taken
) WITHOUT ROWID;
-- Where did these words come from?
CREATE INDEX far_post_by_post ON far_post (thread_id, reply_id);

-- An activity as it came, until its effect is done. The row alone stays for a while, so that nothing is done twice.
CREATE TABLE parcel (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,   -- order of arrival
    activity    TEXT    NOT NULL,                    -- its address
    domain      TEXT    NOT NULL,                    -- the community that sent it
    actor       TEXT    NOT NULL,                    -- who signed it
    body        BLOB    NOT NULL,                    -- JSON, byte for byte; empty once done or dropped
    received_on BIGINT  NOT NULL,                    -- day
    due_at      BIGINT,                              -- when it is opened, milliseconds since 1970; whoever takes it moves it ahead; null: settled
    tries       BIGINT  NOT NULL DEFAULT 0,
    state       TEXT    NOT NULL DEFAULT 'new',      -- new | parked | done | dropped
    reason      TEXT    NOT NULL DEFAULT '',         -- why it waits or was dropped; a code
    UNIQUE (domain, activity)
);
-- What is to be opened, by community?
CREATE INDEX parcel_due ON parcel (domain, id) WHERE due_at IS NOT NULL;
-- What is old?
CREATE INDEX parcel_by_day ON parcel (received_on);
-- What became of what a community sent?
CREATE INDEX parcel_by_domain ON parcel (domain, state, reason);
