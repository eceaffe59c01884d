ALTER TABLE lamp DROP COLUMN looks_back_on;
ALTER TABLE ask_seat DROP COLUMN hands_over;
ALTER TABLE ask DROP COLUMN is_pointed;
