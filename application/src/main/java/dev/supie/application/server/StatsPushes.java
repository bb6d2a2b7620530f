package dev.supie.application.server;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.ServerStats;
import dev.supie.domain.server.StatsClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/// Tells badges who is online and how busy the machine is (SRV-1): every 10 s, and at most once a
/// second when somebody comes or goes. While nobody wants to know, nothing runs.
///
/// A push is made once for all. It goes out in slices with pauses between them, over at most half a
/// second, so that thousands of small writes leave room for whatever else badges are told. Safe for
/// use by many threads; no call waits for a badge.
public final class StatsPushes {

    /// Badges that are told in one go.
    static final int SLICE_MIN = 100;

    /// Slices that a push is cut into at most.
    static final int SLICES_MAX = 50;

    static final Duration PAUSE = Duration.ofMillis(10);

    private final Outside outside;
    private final StatsSource source;
    private final StatsAudience audience;
    private final ReentrantLock lock = new ReentrantLock();

    // All guarded by the lock.
    private final Wakeup wakeup;
    private StatsClock clock = StatsClock.START;
    private int subscribers;
    private @Nullable ServerStats latest;

    public StatsPushes(Outside outside, StatsSource source, StatsAudience audience) {
        this.outside = outside;
        this.source = source;
        this.audience = audience;
        this.wakeup = new Wakeup(outside.alarms(), () -> outside.background().execute(this::tick));
    }

    /// The way to badges, and time and threads other than the caller's.
    public record Outside(BadgeLink link, Executor background, Alarms alarms, InstantSource time) {}

    /// Somebody has come or gone.
    public void changed() {
        locked(() -> clock = clock.whenChanged());
    }

    /// One connection more wants every push; what it is answered now counts as one.
    public void subscribed() {
        locked(
                () -> {
                    if (!isWanted()) {
                        clock = clock.pushed(now());
                    }
                    subscribers++;
                });
    }

    /// A connection that wanted every push has ended.
    public void unsubscribed() {
        locked(() -> subscribers--);
    }

    /// Tells one connection how things are now.
    public void answer(SessionId session, Rid rid) {
        ServerStats stats;
        lock.lock();
        try {
            stats = stats(now());
        } finally {
            lock.unlock();
        }
        outside.link().send(session, new BadgeMessage.StatsPush(stats, rid));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            arm();
        } finally {
            lock.unlock();
        }
    }

    private void tick() {
        ServerStats due;
        lock.lock();
        try {
            wakeup.fired();
            Instant now = now();
            if (!isWanted() || now.isBefore(clock.due())) {
                arm();
                return;
            }
            due = stats(now);
            clock = clock.pushed(now);
            arm();
        } finally {
            lock.unlock();
        }
        push(due);
    }

    private void arm() {
        wakeup.by(isWanted() ? Optional.of(clock.due()) : Optional.empty());
    }

    private boolean isWanted() {
        int online = audience.onlineCount();
        return subscribers > 0 || (online > 0 && source.toAll().get().allows(online));
    }

    /// Made anew when somebody has come or gone, and otherwise at most once a second.
    private ServerStats stats(Instant now) {
        ServerStats known = latest;
        boolean fresh =
                known != null
                        && !clock.changed()
                        && now.isBefore(known.at().plus(StatsClock.SPACING));
        if (fresh && known != null) {
            return known;
        }
        ServerStats made = ServerStats.of(now, audience.online(), source.machine().use());
        latest = made;
        return made;
    }

    private void push(ServerStats stats) {
        List<SessionId> listening =
                audience.listening(source.toAll().get().allows(stats.deviceCount()));
        int slices = Math.min(SLICES_MAX, Math.ceilDiv(listening.size(), SLICE_MIN));
        if (slices > 0) {
            BadgeLink.Prepared prepared =
                    outside.link().prepared(new BadgeMessage.StatsPush(stats, Rid.NONE));
            push(prepared, listening, Math.ceilDiv(listening.size(), slices));
        }
    }

    private void push(BadgeLink.Prepared prepared, List<SessionId> left, int slice) {
        int now = Math.min(slice, left.size());
        left.subList(0, now).forEach(prepared::sendTo);
        List<SessionId> later = left.subList(now, left.size());
        if (!later.isEmpty()) {
            Runnable next = () -> outside.background().execute(() -> push(prepared, later, slice));
            outside.alarms().at(now().plus(PAUSE), next);
        }
    }

    private Instant now() {
        return outside.time().instant();
    }
}
