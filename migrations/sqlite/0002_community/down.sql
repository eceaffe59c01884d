DROP TABLE helpline;
DROP TABLE community;
