-- Somebody asks for company right now, and the small room that opens. All of it goes within a day: the row, who sat there, every word.
CREATE TABLE ask (
    id        INTEGER PRIMARY KEY,          -- random
    public_id TEXT    NOT NULL UNIQUE,      -- what addresses call it
    face_id   BIGINT  NOT NULL REFERENCES face (id), -- who asks, under their own name; never an alias
    need      TEXT    NOT NULL,             -- craving | used | company
    line      TEXT    NOT NULL DEFAULT '',  -- sealed; empty: none, or it is over
    month     TEXT    NOT NULL,             -- month of the key that opens line and words, YYYY-MM
    consent   TEXT    NOT NULL,             -- lamps | groups | everyone: how far it may go
    circle    TEXT    NOT NULL,             -- lamps | groups | everyone: how far it has gone
    phase     TEXT    NOT NULL,             -- open | claimed | talking | easing | closed | taken-back | unanswered | left | handed-off
    round     BIGINT  NOT NULL DEFAULT 1,   -- how often it was asked: what was to widen an earlier round widens nothing
    rung_at   BIGINT  NOT NULL,             -- when this round was asked, in milliseconds; the day alone once somebody came
    ends_at   BIGINT  NOT NULL,             -- when all of it goes: a full hour
    over_on   BIGINT                        -- day it was over; null: it lives
);
-- One at a time for each person.
CREATE UNIQUE INDEX ask_live ON ask (face_id) WHERE over_on IS NULL;
-- What did somebody ask?
CREATE INDEX ask_by_face ON ask (face_id);
-- What goes next?
CREATE INDEX ask_ends ON ask (ends_at);

-- Who came. A row without a seat has left, and reads nothing any more.
CREATE TABLE ask_seat (
    ask_id    BIGINT  NOT NULL REFERENCES ask (id),
    face_id   BIGINT  NOT NULL REFERENCES face (id),
    seat      BIGINT,                       -- 1 to 3; null: they left
    is_let_go BOOLEAN NOT NULL DEFAULT FALSE, -- whoever asked would rather have somebody else: they are not asked again
    PRIMARY KEY (ask_id, face_id)
) WITHOUT ROWID;
-- One listener a seat, however many press at once.
CREATE UNIQUE INDEX ask_seat_one ON ask_seat (ask_id, seat);
-- Where does somebody sit?
CREATE INDEX ask_seat_by_face ON ask_seat (face_id);

-- What was said in the room. No times: the order is the number.
CREATE TABLE ask_word (
    ask_id  BIGINT NOT NULL REFERENCES ask (id),
    number  BIGINT NOT NULL,                -- sequence in this room
    face_id BIGINT NOT NULL REFERENCES face (id),
    words   TEXT   NOT NULL,                -- sealed
    once    TEXT,                           -- hash of the form it came with; null: none
    PRIMARY KEY (ask_id, number)
) WITHOUT ROWID;
-- A form sent twice is said once.
CREATE UNIQUE INDEX ask_word_once ON ask_word (ask_id, once);
-- What did somebody say?
CREATE INDEX ask_word_by_face ON ask_word (face_id);

-- Somebody who is there to listen: whether their lamp is lit, and when they would like to be asked.
CREATE TABLE lamp (
    face_id     BIGINT NOT NULL PRIMARY KEY REFERENCES face (id),
    lit_until   BIGINT,                     -- when it goes out by itself, to five minutes; null: it is out
    most        BIGINT NOT NULL DEFAULT 1,  -- people at a time: 1 to 3
    askable     TEXT   NOT NULL DEFAULT 'lamps', -- lamps | groups | everyone: who may ask while it is out; lamps: nobody
    days        TEXT   NOT NULL DEFAULT '', -- of hours on duty, a space between: mon tue wed thu fri sat sun; empty: none
    from_hour   BIGINT NOT NULL DEFAULT 0,  -- 0 to 23 on the clock of zone
    to_hour     BIGINT NOT NULL DEFAULT 0,  -- 0 to 23; not later than from_hour: the next day
    zone        TEXT   NOT NULL DEFAULT 'UTC', -- Europe/Berlin
    rests_until BIGINT                      -- nobody asks them before, in milliseconds; null: no rest
) WITHOUT ROWID;

-- How asking went, in numbers that belong to nobody.
CREATE TABLE ask_tally (
    month   TEXT   NOT NULL,                -- YYYY-MM
    hour    BIGINT NOT NULL,                -- 0 to 23, in UTC
    outcome TEXT   NOT NULL,                -- asked | soon | ten | later | unanswered
    n       BIGINT NOT NULL,
    PRIMARY KEY (month, hour, outcome)
) WITHOUT ROWID;
