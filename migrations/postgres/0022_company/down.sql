DROP TABLE ask_tally;
DROP TABLE lamp;
DROP TABLE ask_word;
DROP TABLE ask_seat;
DROP TABLE ask;
