DROP TABLE alias_appeal;
DROP TABLE held;
DROP TABLE alias_ban;
DROP TABLE alias;
