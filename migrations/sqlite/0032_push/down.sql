DROP TABLE push_letter;
DROP TABLE push_device;
DROP TABLE push_key;
DROP TABLE notice_choice;
