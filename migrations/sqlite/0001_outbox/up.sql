-- What happened, kept until every listener has heard of it. Written in the transaction that made it happen.
CREATE TABLE event (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT   NOT NULL,                  -- ThreadOpened, ReplyGiven …
    payload TEXT   NOT NULL,                  -- JSON: ids only, never what somebody wrote
    happened_on BIGINT NOT NULL               -- day; nothing finer, or it would date an alias
);

-- Work to be done after the commit: one row a listener, or a task of its own.
CREATE TABLE job (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT   NOT NULL,              -- "hear:notify", "sweep-sessions" …; stable
    payload     TEXT   NOT NULL,              -- JSON
    event_id    BIGINT REFERENCES event (id), -- the news it carries, if it carries news
    dedup       TEXT   UNIQUE,                -- set: no second job with the same word waits
    run_at      BIGINT NOT NULL,              -- not before, milliseconds since 1970
    leased_until BIGINT,                      -- set: somebody is at it until then
    attempts    BIGINT NOT NULL DEFAULT 0,
    parked_at   BIGINT,                       -- set: given up, waits for a person
    fault       TEXT                          -- why the last attempt did not work; no content
);

-- What is due next?
CREATE INDEX job_due ON job (run_at, id) WHERE parked_at IS NULL;
-- Which news may be forgotten?
CREATE INDEX job_by_event ON job (event_id) WHERE event_id IS NOT NULL;
