-- What happened for a member: the bell, without numbers.
CREATE TABLE notice (
    id        BIGINT PRIMARY KEY,
    face_id   BIGINT  NOT NULL REFERENCES face (id),   -- whose
    kind      TEXT    NOT NULL,                -- reply | reaction | joined | asked …
    subject   TEXT    NOT NULL,                -- groups notices about one thing
    thread_id BIGINT  REFERENCES thread (id),
    reply_id  BIGINT  REFERENCES reply (id),
    group_id  BIGINT  REFERENCES "group" (id),
    from_face BIGINT  REFERENCES face (id),
    happened_on BIGINT NOT NULL,               -- day
    number    BIGINT  NOT NULL,                -- sequence for this face, newest highest
    is_several BOOLEAN NOT NULL DEFAULT FALSE, -- more than one face since it was last seen
    is_seen   BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (face_id, kind, subject)
);
-- What happened lately for a face?
CREATE INDEX notice_newest ON notice (face_id, number DESC);
-- What were others told of a face? Asked when its owner leaves for good.
CREATE INDEX notice_by_sender ON notice (from_face) WHERE from_face IS NOT NULL;
