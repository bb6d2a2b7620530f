package dev.supie.application.webhook.port;

import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

/// A notice that still has to be posted, and how far it has come.
public record OutboxEntry(MeetingNotice notice, Delivery.Open delivery) {

    public MeetingId meeting() {
        return notice.meeting();
    }
}
