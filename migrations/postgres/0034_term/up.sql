-- Looking after the whole community is a turn: who carries it, until when, and who carried it before.
CREATE TABLE term (
    id          BIGINT  PRIMARY KEY,                                          -- random
    face_id     BIGINT,                                      -- who; null: they are gone
    rank        TEXT    NOT NULL,                            -- keeper | host
    began_on    BIGINT  NOT NULL,                            -- day
    ends_on     BIGINT,                                      -- day it ends by itself; null: without an end
    is_end_told BOOLEAN NOT NULL DEFAULT FALSE,              -- they were told that it ends
    ended_on    BIGINT                                       -- day it was over; null: it goes on
);
-- Whose term goes on, and since when?
CREATE INDEX term_by_face ON term (face_id);
-- Which ends?
CREATE INDEX term_by_end ON term (ends_on) WHERE ended_on IS NULL;

-- What those who look after the whole community leave for whoever comes next: one row.
CREATE TABLE house_handover (
    id         BIGINT  PRIMARY KEY CHECK (id = 1),
    sealed     TEXT    NOT NULL,                             -- Markdown, sealed by the key ring
    by_face    BIGINT,                                       -- who wrote it last; null: they are gone
    written_on BIGINT  NOT NULL                              -- day
);

-- How much of looking after others somebody takes on, and whether they are on a break. Who has no row takes what comes.
CREATE TABLE pace (
    face_id    BIGINT  PRIMARY KEY REFERENCES face (id),
    a_day      BIGINT,                                       -- cases on one day; null: no end
    at_once    BIGINT,                                       -- cases in their hands at a time; null: no end
    folds      BOOLEAN NOT NULL DEFAULT TRUE,                -- what was told of lies behind a line until they open it
    is_away    BOOLEAN NOT NULL DEFAULT FALSE,               -- they are on a break
    back_on    BIGINT                                        -- day a break ends by itself; null: when they say so
);

-- The most that anybody takes on, as the host says.
ALTER TABLE community ADD COLUMN most_a_day BIGINT;          -- cases on one day; null: no end
ALTER TABLE community ADD COLUMN most_at_once BIGINT;        -- cases in one person's hands at a time; null: no end
