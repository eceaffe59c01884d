-- What somebody answered to a decision, and what came back, is kept from the day of the reply on.
ALTER TABLE act ADD COLUMN answered_on BIGINT;                      -- day an answer was replied to; null: it waits, or there is none
-- What was replied to before counts from the day it was answered.
UPDATE act SET answered_on = appealed_on WHERE answer <> '';
