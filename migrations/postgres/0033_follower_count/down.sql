ALTER TABLE "group" DROP COLUMN followers;
