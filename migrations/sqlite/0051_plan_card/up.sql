-- What a member wrote for a hard hour of their own, and how strong waves were. It opens for their own live session alone, and for no copy of
-- the database.
CREATE TABLE plan_card (
    face_id INTEGER PRIMARY KEY REFERENCES face (id), -- whose
    card    TEXT    NOT NULL                           -- sealed by the member's secret: words by heading, numbers by day
);
