-- The sentence stands with the alias it was written about. Beside the tag of the person it would tie the two.
ALTER TABLE alias_ban DROP COLUMN reason;
