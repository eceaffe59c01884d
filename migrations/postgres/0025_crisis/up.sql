-- Whose words ask for care, and the day they are asked how they are.
ALTER TABLE concern ADD COLUMN is_asked BOOLEAN NOT NULL DEFAULT FALSE; -- whether its writer asks to be looked out for
ALTER TABLE concern ADD COLUMN is_met BOOLEAN NOT NULL DEFAULT FALSE;   -- whether its words meet a line of the list
ALTER TABLE concern ADD COLUMN after_on BIGINT;                         -- day its writer is asked how they are; null: not, or they were
-- Who is to be asked?
CREATE INDEX concern_after ON concern (after_on) WHERE after_on IS NOT NULL;

-- A word between those who look after somebody and that person; or a note of theirs to each other. It goes with its concern.
CREATE TABLE care (
    id         BIGINT  PRIMARY KEY,           -- random
    concern_id BIGINT  REFERENCES concern (id), -- null: they told of a setback, and nobody is worried
    kind       TEXT    NOT NULL,              -- words | after | note: to the person | asks how they are | between those who look after them
    face_id    BIGINT,                        -- for whom; null: a note
    by_face    BIGINT,                        -- who wrote; null: nobody, or they are gone
    words      TEXT    NOT NULL,              -- sealed; empty: the words of the page
    answer     TEXT    NOT NULL DEFAULT '',   -- sealed: what they answered; empty: nothing
    month      TEXT    NOT NULL,              -- month of the key that opens both, YYYY-MM
    offers     BOOLEAN NOT NULL DEFAULT FALSE, -- whether Support is offered with it
    done_on    BIGINT  NOT NULL,              -- day
    number     BIGINT  NOT NULL               -- sequence, newest highest: the order without a clock
);
-- What was said about one concern?
CREATE INDEX care_by_concern ON care (concern_id, number);
-- What was said to somebody?
CREATE INDEX care_by_face ON care (face_id, number) WHERE face_id IS NOT NULL;

-- Whoever told of a setback and wants to be asked how they are: one row for each thread, until the last time.
CREATE TABLE setback (
    thread_id BIGINT NOT NULL PRIMARY KEY,      -- no reference: words go by themselves
    face_id   BIGINT NOT NULL,                  -- who told
    step      BIGINT NOT NULL,                  -- how often they were asked
    due_at    BIGINT NOT NULL                   -- when they are asked next, to the quarter hour, in milliseconds
);
-- Who is to be asked?
CREATE INDEX setback_due ON setback (due_at);
-- What was told under a name?
CREATE INDEX setback_by_face ON setback (face_id);

-- A name that wants not to be asked how they are.
CREATE TABLE care_quiet (
    face_id BIGINT NOT NULL PRIMARY KEY
);

-- One line in which a host's list differs from the one that comes with the server.
CREATE TABLE phrase (
    words      TEXT    NOT NULL PRIMARY KEY,  -- words, one after the other
    is_dropped BOOLEAN NOT NULL               -- whether a line that comes with the server is left out; else one is added
);
