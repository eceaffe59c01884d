-- The one place where an alias is more than a face. Nothing here is a function of an account alone: to find somebody's aliases takes the key ring and their own secret together.
CREATE TABLE alias (
    face_id      BIGINT  NOT NULL PRIMARY KEY REFERENCES face (id), -- the name and picture others see
    tag          TEXT    NOT NULL UNIQUE,      -- keyed hash of its holder and where it holds, hex; random once the tie has ended
    entry        TEXT    NOT NULL UNIQUE,      -- keyed hash of its holder and a number, hex: how they list their own; random once the tie has ended
    group_id     BIGINT  NOT NULL REFERENCES "group" (id),
    thread_id    BIGINT  REFERENCES thread (id), -- the one thread it speaks in; null: kept in the group
    epoch        TEXT    NOT NULL,             -- month of the key behind the hashes, YYYY-MM
    ban_seal     TEXT    NOT NULL,             -- the tag of the person in this group, sealed; no two rows of one person hold a value alike
    state        TEXT    NOT NULL DEFAULT 'live', -- live | muted | closed | retired | expired
    state_until  BIGINT,                       -- day a mute ends
    reason       TEXT    NOT NULL DEFAULT '',  -- the sentence that came with a mute or a close
    is_known     BOOLEAN NOT NULL DEFAULT FALSE, -- something it said has stood in the group
    at_expiry    TEXT    NOT NULL,             -- keep | delete: what happens to its words when the tie ends
    expires_week BIGINT  NOT NULL              -- the last week of the tie
) WITHOUT ROWID;
-- Which ties are over?
CREATE INDEX alias_by_expiry ON alias (expires_week) WHERE state <> 'expired';
-- Has a group any?
CREATE INDEX alias_by_group ON alias (group_id);

-- Somebody who may not speak as an alias in a group any more. Holds neither their name nor an alias.
CREATE TABLE alias_ban (
    group_id   BIGINT  NOT NULL REFERENCES "group" (id),
    tag        TEXT    NOT NULL,               -- keyed hash of the person and the group, hex
    until_week BIGINT  NOT NULL,               -- the last week of it
    reason     TEXT    NOT NULL,
    PRIMARY KEY (group_id, tag)
) WITHOUT ROWID;

-- Words that wait for a look. Until then their own row is removed, so that no page finds them.
CREATE TABLE held (
    thread_id BIGINT NOT NULL REFERENCES thread (id),
    reply_id  BIGINT NOT NULL DEFAULT 0,       -- 0: the thread itself
    group_id  BIGINT NOT NULL REFERENCES "group" (id),
    PRIMARY KEY (thread_id, reply_id)
) WITHOUT ROWID;
-- What waits in a group?
CREATE INDEX held_by_group ON held (group_id, thread_id, reply_id);

-- An alias answers those who muted or closed it, as itself.
CREATE TABLE alias_appeal (
    face_id BIGINT NOT NULL PRIMARY KEY REFERENCES face (id),
    words   TEXT   NOT NULL,
    answer  TEXT   NOT NULL DEFAULT '',        -- '': none yet
    sent_on BIGINT NOT NULL                    -- day
) WITHOUT ROWID;
