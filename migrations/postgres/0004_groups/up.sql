-- A room with a purpose.
CREATE TABLE "group" (
    id           BIGINT PRIMARY KEY,                         -- random
    name         TEXT    NOT NULL UNIQUE,      -- short, in addresses: night-owls
    name_key     TEXT    NOT NULL UNIQUE,      -- folded so that names that look alike collide
    title        TEXT    NOT NULL,
    title_key    TEXT    NOT NULL,             -- folded likewise; two groups that know nothing of each other may share one
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
    closed_at    BIGINT,                       -- set: reads on, nobody posts
    once         TEXT    UNIQUE                -- the form's own mark, so that a second press is not a second group
);
CREATE INDEX group_by_listing ON "group" (listed, title);
-- Has a group a title that looks like this one?
CREATE INDEX group_by_title ON "group" (title_key);

CREATE TABLE group_pathway (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    pathway  TEXT   NOT NULL,
    PRIMARY KEY (group_id, pathway)
);

CREATE TABLE group_topic (
    group_id BIGINT NOT NULL REFERENCES "group" (id),
    topic    TEXT   NOT NULL,
    PRIMARY KEY (group_id, topic)
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
    role        TEXT    NOT NULL DEFAULT 'member', -- member | greeter | responder | moderator | steward
    state       TEXT    NOT NULL DEFAULT 'in',     -- in | asked | not-now
    words       TEXT    NOT NULL DEFAULT '',       -- what they wrote when asking; emptied once answered
    asked_on    BIGINT,                            -- day they asked; null once in
    answer      TEXT    NOT NULL DEFAULT '',       -- the sentence that came with a "not now"
    is_home     BOOLEAN NOT NULL DEFAULT FALSE,
    is_unlisted BOOLEAN NOT NULL DEFAULT FALSE,
    since_week  BIGINT  NOT NULL,
    PRIMARY KEY (group_id, face_id)
);
-- Which groups is somebody in?
CREATE INDEX membership_by_face ON membership (face_id, state, group_id);
