-- Whom this community speaks with, and which of its addresses others know.
ALTER TABLE community ADD COLUMN links TEXT NOT NULL DEFAULT 'closed'; -- closed | partners | open: which other communities may speak with this one
ALTER TABLE community ADD COLUMN host TEXT NOT NULL DEFAULT '';        -- its own name on the network; '' until the host first links

-- Another community: what it promised, and what this one's host decided about it. Nothing here is about a person.
CREATE TABLE peer (
    domain     TEXT    PRIMARY KEY,                  -- lower case, letters beyond a-z as punycode
    state      TEXT    NOT NULL DEFAULT 'known',     -- known | asking | asked | partner | refused | ended
    stance     TEXT    NOT NULL DEFAULT 'allow',     -- allow | limit | hold | block; covers every name below this one
    has_media  BOOLEAN NOT NULL DEFAULT TRUE,        -- whether pictures from there are taken
    comment    TEXT    NOT NULL DEFAULT '',          -- why, as lists of communities pass it on
    promises   TEXT    NOT NULL DEFAULT '',          -- JSON: who runs it, its rules, its program, how long it keeps things; '' until it said
    offer      TEXT    NOT NULL DEFAULT '',          -- the address of the request that is open or was accepted; '' when there is none
    key_print  TEXT    NOT NULL DEFAULT '',          -- SHA-256 of the community's public key, hex; '' until seen
    key_next   TEXT    NOT NULL DEFAULT '',          -- another key was seen: everything rests until the host looks; '' otherwise
    has_all    BOOLEAN NOT NULL DEFAULT TRUE,        -- whether it may follow every group that faces partners, or those listed alone
    since_on   BIGINT                                -- day it became a partner; null: it is none
) WITHOUT ROWID;
-- Which are partners, and who waits for an answer?
CREATE INDEX peer_by_state ON peer (state, domain);

-- A group that a community may follow which may not follow all of them.
CREATE TABLE peer_group (
    domain   TEXT   NOT NULL,
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    PRIMARY KEY (domain, group_id)
) WITHOUT ROWID;

-- An activity as it leaves, byte for byte, until everybody it is for has it.
CREATE TABLE activity (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,    -- the order in which they leave
    kind       TEXT   NOT NULL,                      -- create | update | delete | link | other: what it does to its object
    object     TEXT   NOT NULL,                      -- the address of what it is about
    key_id     TEXT   NOT NULL,                      -- the key to sign with
    body       BLOB   NOT NULL,                      -- JSON
    about      TEXT   NOT NULL DEFAULT '',           -- what to ask again before it is sent, in its sender's words
    until_on   BIGINT NOT NULL                       -- last day it is tried
);
-- What else is about this object?
CREATE INDEX activity_by_object ON activity (object, kind, id);

-- One activity on its way to one host.
CREATE TABLE delivery (
    domain      TEXT   NOT NULL,
    activity_id BIGINT NOT NULL REFERENCES activity (id),
    inbox       TEXT   NOT NULL,                     -- where it is posted
    given_up_on BIGINT,                              -- day; set: no more tries unless the host asks for it
    reason      TEXT   NOT NULL DEFAULT '',          -- why it was given up; a code
    PRIMARY KEY (domain, activity_id, inbox)
) WITHOUT ROWID;
-- Who still waits for this activity?
CREATE INDEX delivery_by_activity ON delivery (activity_id);
-- What was given up?
CREATE INDEX delivery_given_up ON delivery (domain, given_up_on) WHERE given_up_on IS NOT NULL;

-- What waits for one host, when it is next its turn, and how it has answered.
CREATE TABLE mailbag (
    domain    TEXT   PRIMARY KEY,
    inbox     TEXT   NOT NULL,                       -- where it was last posted to
    due_at    BIGINT,                                -- next turn, milliseconds since 1970; whoever takes it moves it ahead; null: nothing waits
    held_until BIGINT,                               -- somebody carries it until then; null: nobody does
    fence     BIGINT NOT NULL DEFAULT 0,             -- grows whenever somebody takes the bag: an older holder can settle nothing
    failures  BIGINT NOT NULL DEFAULT 0,             -- turns in a row without success
    pace      BIGINT NOT NULL DEFAULT 64,            -- letters in one turn; one after silence, then doubling
    ok_on     BIGINT,                                -- day it last took something
    silent_on BIGINT,                                -- day its silence began; null: it answers
    fault     TEXT   NOT NULL DEFAULT '',            -- what the last failure was; a code
    form      TEXT   NOT NULL DEFAULT ''             -- the form of signature it understands; '' until known
) WITHOUT ROWID;
-- Whose turn is it, of those that answer, and of those that do not?
CREATE INDEX mailbag_due ON mailbag (due_at) WHERE silent_on IS NULL;
CREATE INDEX mailbag_silent_due ON mailbag (due_at) WHERE silent_on IS NOT NULL;

-- What another host was given and has not been asked to let go of, so that it can be.
CREATE TABLE holding (
    domain TEXT NOT NULL,
    object TEXT NOT NULL,                            -- the address of the words
    key_id TEXT NOT NULL,                            -- the key they were signed with
    PRIMARY KEY (domain, object)
) WITHOUT ROWID;
-- Who holds these words?
CREATE INDEX holding_by_object ON holding (object, domain);
