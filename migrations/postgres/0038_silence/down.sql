DROP TABLE checkin_told;
DROP TABLE nudge;
DROP TABLE silence;
