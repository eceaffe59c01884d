-- A group may be one where people share and do not answer each other, as in meetings.
ALTER TABLE "group" ADD COLUMN crosstalk TEXT NOT NULL DEFAULT 'on'; -- on | off: whether replies may answer replies of others
