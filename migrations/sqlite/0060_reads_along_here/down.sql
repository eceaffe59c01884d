DROP TABLE reads_along_here;
