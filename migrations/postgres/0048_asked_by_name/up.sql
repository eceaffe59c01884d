-- A link may be put on the page of one person, who has talked with whoever asks; nobody else can use it.
ALTER TABLE buddy_link ADD COLUMN to_face BIGINT REFERENCES face (id);     -- whom it is for; null: whoever opens it
-- Who asks somebody?
CREATE INDEX buddy_link_by_asked ON buddy_link (to_face) WHERE to_face IS NOT NULL;
