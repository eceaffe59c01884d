-- A week of the daily circle that somebody hosts, or was asked to. No row: nobody does, and the circle is open all the same.
CREATE TABLE circle_week (
    week      BIGINT  PRIMARY KEY,                  -- weeks since 1969-12-29, UTC
    face_id   BIGINT  NOT NULL REFERENCES face (id), -- who; never an alias
    is_agreed BOOLEAN NOT NULL,                     -- false: they were asked, and have not said
    asked_by  BIGINT  REFERENCES face (id)          -- who asked; null: they offered, or said yes
);

-- Who is not asked to host for now: they were asked, or did, lately. Whether they said no is not kept.
CREATE TABLE circle_rest (
    face_id    BIGINT  PRIMARY KEY REFERENCES face (id),
    until_week BIGINT  NOT NULL -- last week for which nobody asks them
);

-- What the host says at the top of one day's circle. No row: nothing yet.
CREATE TABLE circle_greeting (
    day     BIGINT  PRIMARY KEY,                  -- days since 1970, UTC
    face_id BIGINT  NOT NULL REFERENCES face (id), -- whose words
    words   TEXT    NOT NULL
);

-- What a circle reads of a check-in: weather and a line, that day and the next. Gone with the check-in.
CREATE TABLE circle_line (
    mark   TEXT   NOT NULL PRIMARY KEY REFERENCES checkin (mark) ON DELETE CASCADE,
    day    BIGINT NOT NULL, -- in which day's circle; it stays there when the check-in is changed
    sealed TEXT   NOT NULL  -- its weather and a line; JSON, filled up to one length, by the ring
);
-- What does the circle of a day read, and what goes next?
CREATE INDEX circle_line_by_day ON circle_line (day);
