-- The task boards of groups (WF-1). Runs unchanged on H2 and on PostgreSQL.

CREATE TABLE boards (
    group_key VARCHAR(128) NOT NULL,
    -- Whoever changes the board raises it, and only from the version the change was decided on.
    version BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT boards_pk PRIMARY KEY (group_key)
);

CREATE TABLE tasks (
    group_key VARCHAR(128) NOT NULL,
    id VARCHAR(64) NOT NULL,
    -- The order of creation within the group.
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    title VARCHAR NOT NULL,
    priority INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    owner VARCHAR NOT NULL,
    -- Empty for whenever; otherwise a date, a date and time, or one with an offset, as in ISO 8601.
    due VARCHAR(40) NOT NULL,
    notes VARCHAR NOT NULL,
    -- A JSON document: the JSON text of each field that is not known, by name.
    extras VARCHAR NOT NULL,
    CONSTRAINT tasks_pk PRIMARY KEY (group_key, id),
    CONSTRAINT tasks_number UNIQUE (group_key, number),
    CONSTRAINT tasks_board FOREIGN KEY (group_key) REFERENCES boards (group_key),
    CONSTRAINT tasks_priority_known CHECK (priority BETWEEN 0 AND 3),
    -- Not with IN, as V1 says.
    CONSTRAINT tasks_status_known CHECK (
        CASE status
            WHEN 'open' THEN TRUE
            WHEN 'done' THEN TRUE
            ELSE FALSE
        END)
);
