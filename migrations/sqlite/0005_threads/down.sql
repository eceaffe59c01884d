DROP TABLE draft;
DROP TABLE reaction;
DROP TABLE revision;
DROP TABLE reply;
DROP TABLE thread;
