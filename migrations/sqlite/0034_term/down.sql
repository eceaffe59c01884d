ALTER TABLE community DROP COLUMN most_at_once;
ALTER TABLE community DROP COLUMN most_a_day;
DROP TABLE pace;
DROP TABLE house_handover;
DROP TABLE term;
