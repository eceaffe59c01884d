ALTER TABLE "group" DROP COLUMN crosstalk;
