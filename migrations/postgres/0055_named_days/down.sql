ALTER TABLE milestone DROP COLUMN sealed;
