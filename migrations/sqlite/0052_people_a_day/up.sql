-- A listener chooses how many people they come to in a day.
ALTER TABLE lamp ADD COLUMN a_day BIGINT NOT NULL DEFAULT 5;               -- people they come to in 24 hours at most; 0: as many as ask
