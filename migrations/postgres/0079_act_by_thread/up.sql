-- What was decided about words of a thread: asked of each that others give back, and of whatever holds there.
CREATE INDEX act_by_thread ON act (thread_id) WHERE thread_id IS NOT NULL;
