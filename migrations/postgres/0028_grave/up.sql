-- What was taken back elsewhere before it came, by each who said so: nobody's word stands in the way of another's.
CREATE TABLE grave (
    uri      TEXT   NOT NULL,                        -- the address of the words
    actor    TEXT   NOT NULL,                        -- who took them back, or the group that passed it on
    taken_on BIGINT NOT NULL,                        -- the day; it is forgotten after a while
    PRIMARY KEY (uri, actor)
);
-- Which are long past?
CREATE INDEX grave_by_day ON grave (taken_on);
INSERT INTO grave (uri, actor, taken_on) SELECT uri, actor, COALESCE((SELECT MAX(received_on) FROM parcel), 0) FROM far_post WHERE thread_id = 0 AND is_gone;
DELETE FROM far_post WHERE thread_id = 0;
