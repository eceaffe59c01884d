-- Who was looked after lately, and which decided concerns are old enough to go?
CREATE INDEX concern_decided ON concern (decided_on, id) WHERE decided_on IS NOT NULL;
