ALTER TABLE held DROP COLUMN why;
DROP TABLE slow;
DROP TABLE word_rule;
DROP TABLE house_rule;
