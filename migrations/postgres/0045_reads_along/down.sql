DROP TABLE reads_along;
