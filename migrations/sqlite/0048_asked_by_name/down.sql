DELETE FROM buddy_link WHERE to_face IS NOT NULL;
DROP INDEX buddy_link_by_asked;
ALTER TABLE buddy_link DROP COLUMN to_face;
