DROP INDEX act_by_concern;
ALTER TABLE house_rule DROP COLUMN first_minutes;
ALTER TABLE community DROP COLUMN newcomer_minutes;
ALTER TABLE community DROP COLUMN openness;
DROP TABLE told_month;
ALTER TABLE act DROP COLUMN why;
DROP TABLE kept_away;
