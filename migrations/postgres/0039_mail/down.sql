DROP TABLE mail_letter;
DROP TABLE mail_address;
