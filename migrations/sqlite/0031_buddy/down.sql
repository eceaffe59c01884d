DROP TABLE buddy;
DROP TABLE buddy_link;
