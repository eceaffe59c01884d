-- Words that were sent back are gone, as they were before they were kept for a day.
UPDATE thread SET title = '', body = '', notes = '', note_words = '', taken_back_at = removed_at
WHERE id IN (SELECT thread_id FROM held WHERE back_on IS NOT NULL AND reply_id = 0);
UPDATE reply SET body = '', notes = '', note_words = '', taken_back_at = removed_at
WHERE id IN (SELECT reply_id FROM held WHERE back_on IS NOT NULL);
DELETE FROM held WHERE back_on IS NOT NULL;
ALTER TABLE held DROP COLUMN back_on;
