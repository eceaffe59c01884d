-- Which key ring this database belongs to: one row. The ring is a file, and no part of it is ever in here.
CREATE TABLE key_ring (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    ring TEXT NOT NULL                         -- the ring's id: random, and no secret
);
