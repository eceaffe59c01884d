-- Whoever reads an answer to a decision may ask something back, once, before they reply to it.
ALTER TABLE act ADD COLUMN asked TEXT NOT NULL DEFAULT '';          -- what they ask; empty: nothing
ALTER TABLE act ADD COLUMN more TEXT NOT NULL DEFAULT '';           -- what whom it met says to that; empty: nothing yet
