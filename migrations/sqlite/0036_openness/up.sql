-- People of other communities whom the hosts keep away from all of this one.
CREATE TABLE kept_away (
    face_id  BIGINT NOT NULL PRIMARY KEY REFERENCES face (id) ON DELETE CASCADE,
    until_on BIGINT                                                            -- day it ends; null: it has no end
) WITHOUT ROWID;

-- Why something was decided of a whole community elsewhere: counted for everybody, without its name.
ALTER TABLE act ADD COLUMN why TEXT NOT NULL DEFAULT '';                       -- a reason, as in report; list: taken over from a list; '': about people or words

-- How often people told of what, by month: counted as concerns are forgotten, so that nothing of them is kept but this.
CREATE TABLE told_month (
    month  BIGINT NOT NULL,                                                    -- months since the year 0
    reason TEXT   NOT NULL,                                                    -- as in report: the gravest of each concern
    n      BIGINT NOT NULL,
    PRIMARY KEY (month, reason)
) WITHOUT ROWID;

-- Who may read what was decided, by month and kind.
ALTER TABLE community ADD COLUMN openness TEXT NOT NULL DEFAULT 'everyone';    -- everyone | members
-- How slowly somebody speaks who has only come.
ALTER TABLE community ADD COLUMN newcomer_minutes BIGINT NOT NULL DEFAULT 5;   -- minutes, 0 to 60, between two things they say in a group; 0: none
-- Where somebody tells of a setback, people who answer first go before others.
ALTER TABLE house_rule ADD COLUMN first_minutes BIGINT NOT NULL DEFAULT 30;    -- minutes, 0 to 120; 0: everybody answers at once

-- What was decided from a case, of whatever it is.
CREATE INDEX act_by_concern ON act (concern_id) WHERE concern_id IS NOT NULL;
