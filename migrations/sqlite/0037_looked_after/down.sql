DROP INDEX concern_decided;
