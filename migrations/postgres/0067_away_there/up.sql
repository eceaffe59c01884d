-- Words that are out of sight because those who look after their group, which is of another community, blocked whoever wrote them. They come back
-- when that is taken back.
CREATE TABLE away_there (
    thread_id BIGINT NOT NULL REFERENCES thread (id),
    reply_id  BIGINT NOT NULL DEFAULT 0, -- 0: the thread itself
    PRIMARY KEY (thread_id, reply_id)
);
