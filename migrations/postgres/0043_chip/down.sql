DROP TABLE chip;
DROP TABLE milestone;
