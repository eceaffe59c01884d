-- A group may tell other communities about how many follow it from there; never who.
ALTER TABLE "group" ADD COLUMN followers TEXT NOT NULL DEFAULT 'untold'; -- untold | told: whether others learn about how many follow it
