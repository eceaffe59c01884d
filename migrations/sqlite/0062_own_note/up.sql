-- A note a member left for themselves, which Today shows them for some days. It opens for their own live session alone, and for no copy of the
-- database.
CREATE TABLE own_note (
    face_id INTEGER PRIMARY KEY REFERENCES face (id), -- whose
    note    TEXT    NOT NULL,                          -- sealed by the member's secret: since when it counts, and what of it was put off
    week    BIGINT  NOT NULL                           -- weeks since 1969-12-29, UTC: with the end of this one it is swept
);
