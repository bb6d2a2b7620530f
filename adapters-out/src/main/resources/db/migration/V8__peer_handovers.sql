-- Messages whose tasks are still to go onto boards (PEER-10). Runs unchanged on H2 and on PostgreSQL.

CREATE TABLE peer_handovers (
    message VARCHAR(32) NOT NULL,
    CONSTRAINT peer_handovers_pk PRIMARY KEY (message),
    CONSTRAINT peer_handovers_message FOREIGN KEY (message) REFERENCES peer_messages (id)
);
