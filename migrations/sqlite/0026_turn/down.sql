DROP TABLE handover;
DROP INDEX membership_by_rest;
DROP INDEX membership_by_turn;
ALTER TABLE membership DROP COLUMN rests_until;
ALTER TABLE membership DROP COLUMN rests_as;
ALTER TABLE membership DROP COLUMN is_end_told;
ALTER TABLE membership DROP COLUMN turn_until;
