DROP TABLE remote_actor;
DROP TABLE actor_key;
