-- The community itself: one row.
CREATE TABLE community (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    name          TEXT    NOT NULL,            -- '' until the host has said
    sentence      TEXT    NOT NULL DEFAULT '', -- one sentence under the name
    about         TEXT    NOT NULL DEFAULT '', -- Markdown
    how_we_talk   TEXT    NOT NULL DEFAULT '', -- Markdown: the rules, five lines to begin with
    contact       TEXT    NOT NULL DEFAULT '', -- Markdown: how to reach the host without an account
    language      TEXT    NOT NULL DEFAULT 'en',
    country       TEXT    NOT NULL DEFAULT '', -- ISO 3166-1 alpha-2, for the danger line and helplines; '' = not said
    doors         TEXT    NOT NULL DEFAULT 'invitation', -- open | ask | invitation | closed
    quiet_hours   BOOLEAN NOT NULL DEFAULT TRUE, -- no second keeper: hosts accept quiet hours
    age           BIGINT  NOT NULL DEFAULT 18,
    leave_url     TEXT    NOT NULL DEFAULT 'https://www.wikipedia.org/',
    neutral_name  TEXT    NOT NULL DEFAULT 'Notes', -- title and installed name in discreet mode
    is_indexed    BOOLEAN NOT NULL DEFAULT FALSE, -- search engines may read open-web pages
    setup_code_hash TEXT,                      -- SHA-256 of the one-time code; null once claimed
    setup_step    TEXT    NOT NULL DEFAULT 'claim',
    opened_at     BIGINT,                      -- null: still being set up, doors shut
    backup_on     BIGINT                       -- day `hearthside backup` last made a whole copy; null: never
);

-- Numbers to call, kept by the host.
CREATE TABLE helpline (
    id         INTEGER PRIMARY KEY,
    country    TEXT   NOT NULL,                -- ISO 3166-1 alpha-2
    name       TEXT   NOT NULL,
    number     TEXT   NOT NULL,                -- as dialled, or a web address for kind web
    kind       TEXT   NOT NULL,                -- emergency | call | text | web
    hours      TEXT   NOT NULL DEFAULT '',
    note       TEXT   NOT NULL DEFAULT '',
    position   BIGINT NOT NULL DEFAULT 0,
    checked_on BIGINT                          -- day (since 1970) a person last tried it; null: not yet
);
CREATE INDEX helpline_by_country ON helpline (country, position, id);
