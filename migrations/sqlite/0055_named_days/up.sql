-- What somebody calls a day that they show, if they show that too.
ALTER TABLE milestone ADD COLUMN sealed TEXT;                       -- its name, filled up to one length, by the ring; null: it has none
