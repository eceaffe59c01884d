-- A conversation in a group: a title and what was first said. Replies hang below it.
CREATE TABLE thread (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,                        -- order within the group; never shown
    public_id    TEXT    NOT NULL UNIQUE,      -- random, in addresses and on the wire
    group_id     BIGINT  NOT NULL REFERENCES "group" (id),
    author_face  BIGINT  NOT NULL REFERENCES face (id), -- a name or an alias; never the account behind it
    kind         TEXT    NOT NULL,
    ask          TEXT,                         -- what the writer hopes for
    title        TEXT    NOT NULL,             -- never empty: the first line if none was given
    body         TEXT    NOT NULL,             -- Markdown as written
    notes        TEXT    NOT NULL DEFAULT '',  -- content notes, codes with a space between
    note_words   TEXT    NOT NULL DEFAULT '',  -- the writer's own content note
    reach        TEXT    NOT NULL,
    said_on      BIGINT  NOT NULL,             -- day
    said_at      BIGINT,                       -- exact; null where the group allows aliases
    is_edited    BOOLEAN NOT NULL DEFAULT FALSE,
    is_hard      BOOLEAN NOT NULL DEFAULT FALSE, -- asks for an answer before others: a setback, a newcomer's first words
    is_waiting   BOOLEAN,                      -- true until somebody else answers, then null
    reply_count  BIGINT  NOT NULL DEFAULT 0,
    with_count   BIGINT  NOT NULL DEFAULT 0,
    same_count   BIGINT  NOT NULL DEFAULT 0,
    proud_count  BIGINT  NOT NULL DEFAULT 0,
    thanks_count BIGINT  NOT NULL DEFAULT 0,
    pinned_at    BIGINT,
    locked_at    BIGINT,                       -- set: no new replies
    lock_reason  TEXT    NOT NULL DEFAULT '',
    removed_at   BIGINT,                       -- set by a moderator: only they see it
    taken_back_at BIGINT,                      -- set by its writer: words are gone, 410
    once         TEXT,                         -- the form's own mark, so that a second press is not a second post
    UNIQUE (author_face, once)
);
-- Newest first within a group; the id is the page cursor.
CREATE INDEX thread_by_group ON thread (group_id, id DESC) WHERE removed_at IS NULL AND taken_back_at IS NULL;
-- Newest first across groups, for Today and the open web.
CREATE INDEX thread_by_reach ON thread (reach, id DESC) WHERE removed_at IS NULL AND taken_back_at IS NULL;
-- Who needs a reply? Hard ones first, oldest first.
CREATE INDEX thread_waiting ON thread (is_hard DESC, id) WHERE is_waiting IS NOT NULL AND removed_at IS NULL AND taken_back_at IS NULL;
-- What did this face write?
CREATE INDEX thread_by_author ON thread (author_face, id DESC);
-- What is pinned in a group?
CREATE INDEX thread_pinned ON thread (group_id, pinned_at DESC) WHERE pinned_at IS NOT NULL;

CREATE TABLE reply (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,                        -- order of arrival; never shown
    public_id    TEXT    NOT NULL UNIQUE,
    thread_id    BIGINT  NOT NULL REFERENCES thread (id),
    parent_id    BIGINT  REFERENCES reply (id), -- null: answers the thread itself
    author_face  BIGINT  NOT NULL REFERENCES face (id),
    number       BIGINT  NOT NULL,             -- sequence within the thread, from 1
    depth        BIGINT  NOT NULL,             -- 1 under the thread
    path         TEXT    NOT NULL,             -- numbers of its line of parents, four letters each: sorts as the tree reads
    body         TEXT    NOT NULL,
    notes        TEXT    NOT NULL DEFAULT '',
    note_words   TEXT    NOT NULL DEFAULT '',
    said_on      BIGINT  NOT NULL,
    said_at      BIGINT,
    is_edited    BOOLEAN NOT NULL DEFAULT FALSE,
    with_count   BIGINT  NOT NULL DEFAULT 0,
    same_count   BIGINT  NOT NULL DEFAULT 0,
    proud_count  BIGINT  NOT NULL DEFAULT 0,
    thanks_count BIGINT  NOT NULL DEFAULT 0,
    removed_at   BIGINT,
    taken_back_at BIGINT,
    once         TEXT,
    UNIQUE (thread_id, number),
    UNIQUE (author_face, once)
);
-- The tree in reading order; the path is the page cursor.
CREATE INDEX reply_in_tree ON reply (thread_id, path);
CREATE INDEX reply_by_author ON reply (author_face, id DESC);

-- Earlier wordings. reply_id 0: the thread itself.
CREATE TABLE revision (
    id        INTEGER PRIMARY KEY,                            -- random
    thread_id BIGINT NOT NULL REFERENCES thread (id),
    reply_id  BIGINT NOT NULL DEFAULT 0,
    number    BIGINT NOT NULL,                 -- from 1, oldest first
    title     TEXT   NOT NULL DEFAULT '',
    body      TEXT   NOT NULL,
    until_on  BIGINT NOT NULL,                 -- day it was replaced
    UNIQUE (thread_id, reply_id, number)
);

-- One kind word a face a post. reply_id 0: the thread itself.
CREATE TABLE reaction (
    thread_id BIGINT NOT NULL REFERENCES thread (id),
    reply_id  BIGINT NOT NULL DEFAULT 0,
    face_id   BIGINT NOT NULL REFERENCES face (id),
    word      TEXT   NOT NULL,                 -- with | same | proud | thanks
    number    BIGINT NOT NULL,                 -- sequence within the post, newest highest
    PRIMARY KEY (thread_id, reply_id, face_id)
) WITHOUT ROWID;
CREATE INDEX reaction_by_face ON reaction (face_id, thread_id);

-- Words not sent yet.
CREATE TABLE draft (
    id        INTEGER PRIMARY KEY,
    face_id   BIGINT NOT NULL REFERENCES face (id),
    place     TEXT   NOT NULL,                 -- share, or reply:<thread's public id>
    fields    TEXT   NOT NULL,                 -- JSON: the form as typed
    saved_on  BIGINT NOT NULL,
    once      TEXT,                            -- the form's own mark, so that a second press keeps one draft
    UNIQUE (face_id, once)
);
-- What has this face kept, here?
CREATE INDEX draft_by_face ON draft (face_id, place);
