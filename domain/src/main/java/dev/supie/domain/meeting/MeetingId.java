package dev.supie.domain.meeting;

/// One meeting; `sessionId` on the wire (MTG-6, REST-1), unrelated to a connection's session.
public record MeetingId(String value) {

    public MeetingId {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not a meeting id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
