DROP TABLE circle_line;
DROP TABLE circle_greeting;
DROP TABLE circle_rest;
DROP TABLE circle_week;
