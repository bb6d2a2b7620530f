package dev.supie.domain.kernel;

/// One connection of a badge, from handshake to close; also the `session_id` of the welcome
/// (CON-1). A badge that comes back has a new one.
public record SessionId(String value) {

    public SessionId {
        if (value.isBlank() || value.length() > DeviceId.LENGTH_MAX) {
            throw new IllegalArgumentException("not a session id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
