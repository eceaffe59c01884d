-- What somebody answered who was asked to host is told to nobody: their week looks as it did until it begins.
ALTER TABLE circle_week ADD COLUMN is_let_go BOOLEAN NOT NULL DEFAULT FALSE; -- they said no: whoever asked sees no difference

-- The same once the ask was taken back: whoever asks them anew for that time sees an ask that waits, and they see none.
ALTER TABLE circle_rest ADD COLUMN is_kept BOOLEAN NOT NULL DEFAULT FALSE; -- they said no to an ask that was taken back since
