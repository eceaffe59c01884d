-- An address by which a member is told of news. It opens with the key ring alone, and lets nobody in.
CREATE TABLE mail_address (
    id       BIGINT  PRIMARY KEY,                   -- random
    face_id  BIGINT  NOT NULL UNIQUE REFERENCES face (id), -- whose; never an alias's
    until_on BIGINT,                                -- last day on which it may be confirmed; null: it was
    off_hash TEXT    NOT NULL UNIQUE,               -- of what the link holds that ends it: SHA-256, hex
    sealed   TEXT    NOT NULL                       -- the address, its links and how many mails went there today, filled up to one length, sealed by the key ring
);
-- What was never confirmed?
CREATE INDEX mail_address_by_day ON mail_address (until_on);

-- One address is to be told of one sort of news. Gone once it was told.
CREATE TABLE mail_letter (
    id         BIGINT  PRIMARY KEY,                 -- random
    address_id BIGINT  NOT NULL REFERENCES mail_address (id) ON DELETE CASCADE,
    sort       TEXT,                                -- replies | kindness | answered | lamp | place | service; null: it asks whether the address is right
    is_several BOOLEAN NOT NULL DEFAULT FALSE,      -- it stands for other sorts too
    due_at     BIGINT  NOT NULL,                    -- milliseconds since 1970, UTC: not before; while in a hand, when that hand is taken for dead
    late_at    BIGINT  NOT NULL,                    -- milliseconds since 1970, UTC: after this it is of no use
    tries      BIGINT  NOT NULL DEFAULT 0,
    is_in_hand BOOLEAN NOT NULL DEFAULT FALSE,      -- somebody is sending it
    UNIQUE (address_id, sort)
);
-- What is due?
CREATE INDEX mail_letter_due ON mail_letter (due_at, id);

-- How often each listener came to somebody in one week, for as long as that week lasts.
CREATE TABLE listening_week (
    week   BIGINT  PRIMARY KEY,                     -- Monday weeks since 1970
    sealed TEXT    NOT NULL                         -- JSON, filled up, sealed by the key ring
);

-- What is left of a week in which ten or more listened: three numbers that belong to nobody.
CREATE TABLE listening_tally (
    week      BIGINT  PRIMARY KEY,                  -- Monday weeks since 1970
    listeners BIGINT  NOT NULL,                     -- ten or more
    median    BIGINT  NOT NULL,                     -- how often half of them came at most
    most      BIGINT  NOT NULL                      -- how often nobody came more
);
