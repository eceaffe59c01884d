DROP TABLE own_note;
