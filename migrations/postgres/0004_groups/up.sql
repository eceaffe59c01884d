-- A room with a purpose.
CREATE TABLE "group" (
    id           BIGINT PRIMARY KEY,                         -- random
    name         TEXT    NOT NULL UNIQUE,      -- short, in addresses: night-owls
    title        TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    values_text  TEXT    NOT NULL DEFAULT '',  -- Markdown
    rules_text   TEXT    NOT NULL DEFAULT '',  -- Markdown
    advice       TEXT    NOT NULL DEFAULT 'when-asked', -- own-experience | when-asked | welcome
    ceiling      TEXT    NOT NULL DEFAULT 'partners',   -- furthest a post may travel: group | community | partners | everyone
    reach        TEXT    NOT NULL DEFAULT 'group',      -- where a post goes unless its writer says otherwise
    listed       TEXT    NOT NULL DEFAULT 'community',  -- who may know the group exists: group | community | everyone
    joining      TEXT    NOT NULL DEFAULT 'open',       -- open | ask | invitation
    aliases      TEXT    NOT NULL DEFAULT 'off',        -- off | first-look | allowed; not off: dates only, no times
    language     TEXT    NOT NULL DEFAULT 'en',
    made_week    BIGINT  NOT NULL,
    member_count BIGINT  NOT NULL DEFAULT 0,
    closed_at    BIGINT                        -- set: reads on, nobody posts
);
CREATE INDEX group_by_listing ON "group" (listed, title);

CREATE TABLE group_pathway (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    pathway  TEXT   NOT NULL,
    PRIMARY KEY (group_id, pathway)
);

-- What a group does with a content note; no row: fold.
CREATE TABLE group_note_rule (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    note     TEXT   NOT NULL,
    rule     TEXT   NOT NULL,                  -- allow | fold | require | elsewhere
    elsewhere BIGINT REFERENCES "group" (id),  -- for rule elsewhere: the right group, if there is one
    PRIMARY KEY (group_id, note)
);

CREATE TABLE membership (
    group_id    BIGINT  NOT NULL REFERENCES "group" (id),
    face_id     BIGINT  NOT NULL REFERENCES face (id),
    role        TEXT    NOT NULL DEFAULT 'member', -- member | moderator | steward
    state       TEXT    NOT NULL DEFAULT 'in',     -- in | asked
    words       TEXT    NOT NULL DEFAULT '',       -- what they wrote when asking
    is_home     BOOLEAN NOT NULL DEFAULT FALSE,
    is_unlisted BOOLEAN NOT NULL DEFAULT FALSE,
    since_week  BIGINT  NOT NULL,
    PRIMARY KEY (group_id, face_id)
);
-- Which groups is somebody in?
CREATE INDEX membership_by_face ON membership (face_id, state, group_id);
