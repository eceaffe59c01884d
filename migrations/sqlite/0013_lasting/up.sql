-- Words that go by themselves: on a day their writer chose, or once nobody has written in their thread for as long as the group keeps it.
ALTER TABLE thread ADD COLUMN goes_on BIGINT;                          -- day its words go by themselves; null: when somebody takes them back
ALTER TABLE reply ADD COLUMN goes_on BIGINT;                           -- likewise
ALTER TABLE "group" ADD COLUMN keeps TEXT NOT NULL DEFAULT 'always';   -- month | quarter | year | always: how long a thread stays after its last words
-- Whose day has come?
CREATE INDEX thread_by_going ON thread (goes_on) WHERE goes_on IS NOT NULL;
CREATE INDEX reply_by_going ON reply (goes_on) WHERE goes_on IS NOT NULL;
-- What is left of words that are gone?
CREATE INDEX thread_by_taking_back ON thread (taken_back_at) WHERE taken_back_at IS NOT NULL;
CREATE INDEX reply_by_taking_back ON reply (taken_back_at) WHERE taken_back_at IS NOT NULL;
