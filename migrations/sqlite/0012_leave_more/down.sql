ALTER TABLE community DROP COLUMN leave_more;
