DROP TABLE invitation;
DROP TABLE session;
DROP TABLE recovery_code;
DROP TABLE passkey;
DROP TABLE credential;
DROP TABLE return_salt;
DROP TABLE account;
DROP TABLE face;
