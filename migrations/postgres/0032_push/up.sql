-- What of their news somebody wants to be told, and where, and when not. Opens with the key ring alone.
CREATE TABLE notice_choice (
    face_id BIGINT  PRIMARY KEY REFERENCES face (id),
    sealed  TEXT    NOT NULL                          -- JSON, filled up to one length, sealed by the key ring
);

-- The key this place shows to push services (RFC 8292): one row.
CREATE TABLE push_key (
    id     BIGINT  PRIMARY KEY CHECK (id = 1),
    sealed TEXT    NOT NULL,                          -- PKCS#8, sealed by the key ring
    public TEXT    NOT NULL                           -- its public half, base64url
);

-- A device that may be told while nobody looks: as long as its session, and no longer.
CREATE TABLE push_device (
    id         BIGINT  PRIMARY KEY,                   -- random
    face_id    BIGINT  NOT NULL REFERENCES face (id), -- whose; never an alias's
    session_id BIGINT  NOT NULL UNIQUE,               -- which of their sessions; stands nowhere else unsealed
    until_on   BIGINT  NOT NULL,                      -- last day on which that session lets in
    sealed     TEXT    NOT NULL                       -- its address and keys, filled up to one length, sealed by the key ring
);
-- Where is somebody told?
CREATE INDEX push_device_by_face ON push_device (face_id);
-- What is over?
CREATE INDEX push_device_by_day ON push_device (until_on);

-- One device is to be told of one sort of news. Gone once it was told, within minutes most of the time.
CREATE TABLE push_letter (
    id         BIGINT  PRIMARY KEY,                   -- random; the device knows it by this
    device_id  BIGINT  NOT NULL REFERENCES push_device (id) ON DELETE CASCADE,
    sort       TEXT    NOT NULL,                      -- replies | kindness | answered | lamp | place | service
    due_at     BIGINT  NOT NULL,                      -- milliseconds since 1970, UTC: not before; while in a hand, when that hand is taken for dead
    late_at    BIGINT  NOT NULL,                      -- milliseconds since 1970, UTC: after this it is of no use
    tries      BIGINT  NOT NULL DEFAULT 0,
    is_in_hand BOOLEAN NOT NULL DEFAULT FALSE,        -- somebody is sending it
    UNIQUE (device_id, sort)
);
-- What is due?
CREATE INDEX push_letter_due ON push_letter (due_at, id);
