-- Whoever came and says nothing keeps nobody else away.
ALTER TABLE ask ADD COLUMN is_silent BOOLEAN NOT NULL DEFAULT FALSE; -- those who came have said nothing for some minutes: others are asked, too

-- How far a member chose to ask the last time: the next ask begins there. It opens for their own live session alone, and for no copy of the
-- database.
CREATE TABLE ask_usual (
    face_id INTEGER PRIMARY KEY REFERENCES face (id), -- whose
    sealed  TEXT    NOT NULL                           -- lamps | groups | everyone, filled up to one length, sealed by the member's secret
);
