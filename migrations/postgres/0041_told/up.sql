-- What was decided in one press of several parts, of which each is a row, is taken back in one.
ALTER TABLE act ADD COLUMN with_id BIGINT;                          -- the part that the others go with; null: it is that one, or stands alone
-- What goes with this?
CREATE INDEX act_by_with ON act (with_id) WHERE with_id IS NOT NULL;

-- What those who told of something find of it: that somebody looks, and what was said of why.
ALTER TABLE concern ADD COLUMN seen_on BIGINT;                      -- day somebody took it or decided; null: nobody did
ALTER TABLE concern ADD COLUMN why TEXT NOT NULL DEFAULT '';        -- the sentence, if whoever decided shares it; '': they do not

-- What another community told of words here. Nothing comes of it by itself.
CREATE TABLE flag (
    id         BIGINT PRIMARY KEY,                                  -- random
    concern_id BIGINT  NOT NULL REFERENCES concern (id),
    domain     TEXT    NOT NULL,                                    -- the community: never who there
    words      TEXT    NOT NULL,                                    -- sealed; '': none
    month      TEXT    NOT NULL                                     -- month of the key that opens them, YYYY-MM
);
-- One of each community for each thing.
CREATE UNIQUE INDEX flag_once ON flag (concern_id, domain);
-- What waits of a community?
CREATE INDEX flag_by_domain ON flag (domain);

-- Words that somebody had folded for themself when they told of them. Nothing here is a function of an account alone.
CREATE TABLE folded (
    mark      TEXT   NOT NULL PRIMARY KEY,                          -- keyed hash of whoever folded and what, hex
    thread_id BIGINT NOT NULL,                                      -- the thread, or the one the reply is in; no reference: words go by themselves
    until_on  BIGINT NOT NULL                                       -- day it is forgotten
);
-- What is folded in a thread, by whomever?
CREATE INDEX folded_in ON folded (thread_id);
-- What is to be forgotten?
CREATE INDEX folded_until ON folded (until_on);
