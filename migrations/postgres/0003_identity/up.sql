-- A name others see. Author columns hold a face, never an account.
CREATE TABLE face (
    id          BIGINT PRIMARY KEY,                          -- random
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL UNIQUE,       -- folded so that case and look-alike letters collide; never issued again
    kind        TEXT    NOT NULL,              -- name | alias | remote
    seed        BIGINT  NOT NULL,              -- draws the picture; not derived from any id
    about       TEXT    NOT NULL DEFAULT '',   -- Markdown
    since_week  BIGINT  NOT NULL,              -- weeks since 1969-12-29
    is_retired  BOOLEAN NOT NULL DEFAULT FALSE -- its owner is gone; the name stays taken
);

-- The private side of a member. Nothing outside identity and admin reads it.
CREATE TABLE account (
    id              BIGINT PRIMARY KEY,                      -- random
    face_id         BIGINT  NOT NULL UNIQUE REFERENCES face (id),
    rank            TEXT    NOT NULL DEFAULT 'member', -- member | keeper | host
    state           TEXT    NOT NULL DEFAULT 'open',   -- open | waiting | paused | closed
    state_reason    TEXT    NOT NULL DEFAULT '',
    state_until     BIGINT,                    -- day a pause ends; null: until somebody ends it
    application     TEXT    NOT NULL DEFAULT '', -- what they wrote when asking to come in
    joined_week     BIGINT  NOT NULL,
    active_week     BIGINT  NOT NULL,          -- all that is kept of when somebody was here
    words_kept      BOOLEAN NOT NULL DEFAULT FALSE,
    leave_signs_out BOOLEAN NOT NULL DEFAULT FALSE,
    session_generation BIGINT NOT NULL DEFAULT 0, -- raised to sign out everywhere
    devices         TEXT    NOT NULL DEFAULT '', -- where they are signed in, sealed: only a live session of theirs reads it
    once            TEXT    UNIQUE             -- hash of the form's own mark, so that a second press is not a second account
);
CREATE INDEX account_by_state ON account (state, id);

-- What return words are derived with, so that no two servers derive alike: one row, random, never changed.
CREATE TABLE return_salt (
    id   BIGINT PRIMARY KEY CHECK (id = 1),
    salt TEXT    NOT NULL
);
INSERT INTO return_salt (id, salt) VALUES (1, replace(gen_random_uuid()::text, '-', ''));

-- Ways back in, one Argon2id call each.
CREATE TABLE credential (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    kind       TEXT   NOT NULL,                -- words | password
    lookup     TEXT   UNIQUE,                  -- words only: first part of the derived key, finds the row without a name
    salt       TEXT   NOT NULL DEFAULT '',     -- password only, base64
    params     TEXT   NOT NULL,                -- Argon2id cost, as m=…,t=…,p=…
    verifier   TEXT   NOT NULL,                -- SHA-256 of the verifying half, hex
    wrapped    TEXT   NOT NULL,                -- the member secret, wrapped by the other half
    made_week  BIGINT NOT NULL,
    UNIQUE (account_id, kind)
);

-- Which costs were words derived with?
CREATE INDEX credential_by_cost ON credential (kind, params);

CREATE TABLE passkey (
    id            BIGINT PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES account (id),
    credential_id TEXT   NOT NULL UNIQUE,      -- base64url
    label         TEXT   NOT NULL,
    public_key    TEXT   NOT NULL,             -- JSON of webauthn-rs
    wrapped       TEXT,                        -- the member secret, wrapped by what the device computes; null: it gave nothing yet
    sealed        TEXT,                        -- the member secret, sealed by the key ring; null: the device wraps it
    made_week     BIGINT NOT NULL
);
CREATE INDEX passkey_by_account ON passkey (account_id);

CREATE TABLE recovery_code (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    hash       TEXT   NOT NULL UNIQUE,         -- SHA-256; a code has 115 random bits
    wrapped    TEXT   NOT NULL,                -- the member secret, wrapped by the code
    used_week  BIGINT
);
CREATE INDEX recovery_code_by_account ON recovery_code (account_id);

-- A signed-in device. Only the token in its cookie opens the row: a copy of the database does not say who is here.
CREATE TABLE session (
    id_hash      TEXT   PRIMARY KEY,           -- SHA-256 of "sid" and the token, hex
    sealed       TEXT   NOT NULL,              -- by a key of the token: whose, which device, since when, and the member secret
    expires_week BIGINT NOT NULL
);
CREATE INDEX session_by_expiry ON session (expires_week);

-- Links that let somebody in: to the community, or straight into a group.
CREATE TABLE invitation (
    id         BIGINT PRIMARY KEY,
    token_hash TEXT   NOT NULL UNIQUE,
    made_by    BIGINT NOT NULL REFERENCES face (id),
    group_id   BIGINT,                         -- null: the community only
    label      TEXT   NOT NULL DEFAULT '',
    uses_left  BIGINT NOT NULL,
    expires_on BIGINT NOT NULL                 -- day
);
CREATE INDEX invitation_by_maker ON invitation (made_by, id);
