DROP TABLE checkin;
DROP TABLE counter;
