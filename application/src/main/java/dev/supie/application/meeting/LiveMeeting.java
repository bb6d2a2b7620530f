package dev.supie.application.meeting;

import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.meeting.Company;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.Origin;

/// A meeting that memory knows of. Belongs to whoever has the turn of the badge that started it.
final class LiveMeeting {

    private final Origin origin;
    private final Wakeup wakeup;

    /// Read without the turn by who only wants to look.
    private volatile Meeting meeting;

    private long version;
    private boolean trusted = true;
    private int failures;
    private Company lastTrusted;

    LiveMeeting(Meeting meeting, long version, Wakeup wakeup) {
        this.origin = meeting.origin();
        this.meeting = meeting;
        this.version = version;
        this.wakeup = wakeup;
        this.lastTrusted = meeting.company();
    }

    Origin origin() {
        return origin;
    }

    Meeting meeting() {
        return meeting;
    }

    long version() {
        return version;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    /// Whether memory and store are known to agree.
    boolean isTrusted() {
        return trusted;
    }

    void became(Meeting next, long newVersion) {
        meeting = next;
        version = newVersion;
    }

    /// A write failed, so nobody knows what the store holds: it is to be asked before anything else
    /// happens.
    void distrust() {
        if (trusted) {
            lastTrusted = meeting.company();
        }
        trusted = false;
        failures++;
    }

    /// Failures since memory and store last agreed.
    int failures() {
        return failures;
    }

    /// Memory and store agree again.
    void trust() {
        trusted = true;
        failures = 0;
    }

    /// Who took part when memory and store last agreed, however many writes have failed since.
    Company lastTrusted() {
        return lastTrusted;
    }
}
