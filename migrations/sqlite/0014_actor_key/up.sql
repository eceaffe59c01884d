-- The key of somebody others know by address: the community, a group, a name or an alias. Made when it is first asked for. No row says when.
CREATE TABLE actor_key (
    path    TEXT   PRIMARY KEY,                      -- the address here: /, /g/night-owls, /people/Maya%20Lake
    face_id BIGINT,                                  -- whose it is, also after the face is gone; null: the community's, or a group's
    sealed  TEXT   NOT NULL,                         -- PKCS#8, sealed by the key ring
    pem     TEXT   NOT NULL,                         -- its public half
    drop_on BIGINT                                   -- day it goes, once all has been called back in its name; null: its face is there
) WITHOUT ROWID;

-- Somebody elsewhere who signed something that was let in: where to write to them, and their key.
CREATE TABLE remote_actor (
    key_id     TEXT   PRIMARY KEY,                   -- the address of the key
    actor      TEXT   NOT NULL,                      -- whose it is
    domain     TEXT   NOT NULL,                      -- their community, as peers are named
    kind       TEXT   NOT NULL,                      -- Person | Group | Application | Service | Organization
    inbox      TEXT   NOT NULL,                      -- where to write to them
    shared     TEXT   NOT NULL DEFAULT '',           -- where to write to all of their community; '' if there is no such place
    pem        TEXT   NOT NULL,                      -- the key
    fetched_on BIGINT NOT NULL                       -- day it was last asked for there; thirty days later it is forgotten
) WITHOUT ROWID;
-- What is known of them?
CREATE INDEX remote_actor_by_actor ON remote_actor (actor);
-- What is old?
CREATE INDEX remote_actor_by_day ON remote_actor (fetched_on);
