-- Which badges are let in: those that wait with a code, those that were approved, those that were
-- refused. Runs unchanged on H2 and on PostgreSQL.

CREATE TABLE devices (
    device VARCHAR(128) NOT NULL,
    -- The fingerprint of the client id, which with the device id tells applicants apart.
    client VARCHAR(64) NOT NULL,
    phase VARCHAR(16) NOT NULL,
    -- What the badge says of itself.
    about VARCHAR NOT NULL,
    since BIGINT NOT NULL,
    -- Of those that wait.
    asked_at BIGINT,
    code VARCHAR(6),
    challenge VARCHAR(32),
    -- Of those that were approved: the token itself is kept nowhere.
    seed VARCHAR(32),
    token VARCHAR(64),
    CONSTRAINT devices_pk PRIMARY KEY (device, client),
    CONSTRAINT devices_code UNIQUE (code),
    CONSTRAINT devices_token UNIQUE (token),
    -- Not with IN, as V1 says.
    CONSTRAINT devices_phase_known CHECK (
        CASE phase
            WHEN 'pending' THEN TRUE
            WHEN 'approved' THEN TRUE
            WHEN 'revoked' THEN TRUE
            ELSE FALSE
        END),
    CONSTRAINT devices_pending CHECK ((phase = 'pending') = (asked_at IS NOT NULL)),
    CONSTRAINT devices_pending_code CHECK ((phase = 'pending') = (code IS NOT NULL)),
    CONSTRAINT devices_pending_challenge CHECK ((phase = 'pending') = (challenge IS NOT NULL)),
    CONSTRAINT devices_approved_seed CHECK ((phase = 'approved') = (seed IS NOT NULL)),
    CONSTRAINT devices_approved_token CHECK ((phase = 'approved') = (token IS NOT NULL))
);

-- Those that wait, the longest waiting first.
CREATE INDEX devices_phase_since ON devices (phase, since);
