ALTER TABLE "group" DROP COLUMN moved_to;
ALTER TABLE concern DROP COLUMN is_passed_on;
