DROP TABLE holding;
DROP TABLE mailbag;
DROP TABLE delivery;
DROP TABLE activity;
DROP TABLE peer_group;
DROP TABLE peer;
ALTER TABLE community DROP COLUMN host;
ALTER TABLE community DROP COLUMN links;
