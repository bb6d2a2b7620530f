package dev.supie.application.connection.port;

/// Every `code` of an error message (MSG-4).
public enum ErrorCode {
    INVALID_REQUEST,
    SCHEMA_INVALID,
    UNAUTHORIZED,
    TARGET_OFFLINE,
    RATE_LIMITED,
    LLM_OUTPUT_NOT_JSON,
    MESSAGE_TOO_LARGE,
    NOT_FOUND,
    BUSY,
    INTERNAL_ERROR
}
