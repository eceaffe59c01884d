-- Words of an alias or of somebody elsewhere have no drafts to go back to: they are kept for a day, in case it was a slip.
ALTER TABLE held ADD COLUMN back_on BIGINT; -- the day they were sent back: they go with the end of the next; null: they wait
