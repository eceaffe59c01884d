-- What somebody wrote with a chip, if whoever was given it lets it go along when they tell of them.
ALTER TABLE report ADD COLUMN quoted TEXT NOT NULL DEFAULT '';      -- sealed with the same key as the words; '': none
