-- What is remembered of talking with each badge. Runs unchanged on H2 and on PostgreSQL.

CREATE TABLE memories (
    device_id VARCHAR(128) NOT NULL,
    -- When it was last written, for whoever clears up.
    updated_at BIGINT NOT NULL,
    -- A JSON document: the last turns, and notes of those before.
    document VARCHAR NOT NULL,
    CONSTRAINT memories_pk PRIMARY KEY (device_id)
);
