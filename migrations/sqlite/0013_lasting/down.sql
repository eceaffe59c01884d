DROP INDEX reply_by_taking_back;
DROP INDEX thread_by_taking_back;
DROP INDEX reply_by_going;
DROP INDEX thread_by_going;
ALTER TABLE "group" DROP COLUMN keeps;
ALTER TABLE reply DROP COLUMN goes_on;
ALTER TABLE thread DROP COLUMN goes_on;
