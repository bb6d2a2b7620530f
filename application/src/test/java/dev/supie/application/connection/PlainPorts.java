package dev.supie.application.connection;

import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.DeafEars;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.SessionId;

import java.util.concurrent.atomic.AtomicInteger;

/// What tests of what badges find behind their connections need of connections: ten of them at
/// most, nobody who hears, sessions called `session-1` and so on, and the usual settings.
final class PlainPorts {

    private static final int CONNECTIONS_MAX = 10;

    private PlainPorts() {}

    static ConnectionFeature.Ports on(
            RecordingBadgeLink link, StepExecutor threads, VirtualTime time) {
        AtomicInteger sessions = new AtomicInteger();
        return new ConnectionFeature.Ports(
                link,
                threads,
                time,
                time,
                DeafEars.on(threads, time, time),
                () -> new SessionId("session-" + sessions.incrementAndGet()),
                CONNECTIONS_MAX,
                () -> ConnectionSettings.DEFAULTS,
                () -> DuplicateSettings.DEFAULTS);
    }
}
