-- How somebody is met who has come lately: what waits for a while, and what is looked at before it stands.
ALTER TABLE community ADD COLUMN newcomer_weeks BIGINT NOT NULL DEFAULT 1;        -- weeks, 0 to 2, for which links and invitations wait for somebody new; 0: they do not
ALTER TABLE community ADD COLUMN newcomer_posts BIGINT NOT NULL DEFAULT 3;        -- and until so many things of theirs stand
ALTER TABLE community ADD COLUMN watches_selling BOOLEAN NOT NULL DEFAULT TRUE;   -- words that look like selling wait for a look

-- A group may ask that whoever is paid by a treatment business speaks there under the name that says so.
ALTER TABLE house_rule ADD COLUMN asks_labels BOOLEAN NOT NULL DEFAULT FALSE;     -- who declared whom they work for does not speak as an alias here

-- A newcomer may ask that those answer who have been here a while.
ALTER TABLE thread ADD COLUMN shielded_until BIGINT;                              -- day it ends by itself; null: anybody answers

-- Whom somebody works for, or is paid by: it stands beside all they say under this name.
ALTER TABLE face ADD COLUMN affiliation TEXT NOT NULL DEFAULT '';                 -- '' | treatment | housing | product | other
ALTER TABLE face ADD COLUMN affiliated_with TEXT NOT NULL DEFAULT '';             -- in their own words; empty: nobody
ALTER TABLE face ADD COLUMN affiliation_until BIGINT;                             -- week in which it goes, after they took it off; null: it stays
ALTER TABLE face ADD COLUMN is_affiliation_held BOOLEAN NOT NULL DEFAULT FALSE;   -- a host put it there: it is answered, not taken off

-- How many different people told of one name, without a word that is the same in two of their tellings.
ALTER TABLE report ADD COLUMN is_another BOOLEAN NOT NULL DEFAULT FALSE;          -- told of selling or advances by somebody who had not told that of this name before
-- What was told of one name?
CREATE INDEX concern_by_face ON concern (face_id) WHERE face_id IS NOT NULL;
-- Which labels go?
CREATE INDEX face_affiliation_ends ON face (affiliation_until) WHERE affiliation_until IS NOT NULL;
