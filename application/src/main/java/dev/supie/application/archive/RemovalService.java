package dev.supie.application.archive;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.domain.meeting.MeetingId;

/// Removes by name; the sweep gives the rows back and removes by age.
final class RemovalService implements MeetingRemovals {

    private final MeetingDisposal disposal;
    private final RetentionSweep sweep;

    RemovalService(MeetingDisposal disposal, RetentionSweep sweep) {
        this.disposal = disposal;
        this.sweep = sweep;
    }

    @Override
    public Outcome remove(MeetingId id) {
        Outcome outcome = disposal.dispose(id);
        if (outcome instanceof Outcome.Gone) {
            sweep.soon();
        }
        return outcome;
    }

    @Override
    public void keepTidy() {
        sweep.begin();
    }

    @Override
    public void end() {
        sweep.end();
    }
}
