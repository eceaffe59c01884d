DROP TABLE shelter;
