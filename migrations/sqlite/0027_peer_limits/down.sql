ALTER TABLE community DROP COLUMN open_partner;
