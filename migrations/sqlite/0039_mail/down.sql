DROP TABLE listening_tally;
DROP TABLE listening_week;
DROP TABLE mail_letter;
DROP TABLE mail_address;
