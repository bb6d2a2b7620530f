package dev.supie.application.fake;

import dev.supie.application.contract.OutboxContract;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.webhook.port.Outbox;

/// The fake keeps the contract.
class InMemoryOutboxTest extends OutboxContract {

    private final InMemoryMeetingStore memory = new InMemoryMeetingStore();

    @Override
    protected Outbox outbox() {
        return memory.outbox();
    }

    @Override
    protected MeetingStore meetings() {
        return memory;
    }
}
