-- A link with which somebody asks for a buddy: one use, three days. Only the hash of what the address holds is here.
CREATE TABLE buddy_link (
    id         INTEGER PRIMARY KEY,         -- random
    token_hash TEXT    NOT NULL UNIQUE,     -- SHA-256, hex
    face_id    BIGINT  NOT NULL REFERENCES face (id), -- who asks, under their own name; never an alias
    cadence    TEXT    NOT NULL,            -- daily | few | weekly
    sealed     TEXT    NOT NULL,            -- what they need and offer, by the ring
    expires_on BIGINT  NOT NULL             -- last day on which it works
);
-- Which links has somebody open?
CREATE INDEX buddy_link_by_face ON buddy_link (face_id);
-- What goes next?
CREATE INDEX buddy_link_ends ON buddy_link (expires_on);

-- One side of two buddies: each has a row of their own, and both go at once.
CREATE TABLE buddy (
    id        INTEGER PRIMARY KEY,          -- random
    face_id   BIGINT  NOT NULL REFERENCES face (id),
    with_face BIGINT  NOT NULL REFERENCES face (id),
    cadence   TEXT    NOT NULL,             -- daily | few | weekly: how often they want to hear of each other
    sealed    TEXT    NOT NULL,             -- what face_id needs and offers, by the ring
    note      TEXT    NOT NULL DEFAULT '',  -- the latest caring note of face_id, by its stable word; empty: none
    noted_on  BIGINT,                       -- day of it; null: none
    notes     BIGINT  NOT NULL DEFAULT 0    -- how many that day
);
-- Two people are buddies once, and one finds their own.
CREATE UNIQUE INDEX buddy_pair ON buddy (face_id, with_face);
-- Whose buddy is somebody?
CREATE INDEX buddy_by_with ON buddy (with_face);
