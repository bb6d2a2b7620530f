package dev.supie.application.coding;

import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.PipeName;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A watch for each connection that tells of builds, and the badges that may be shown them.
final class CodingService implements Codings {

    private final CodingFeature.Ports ports;
    private final Onlookers onlookers = new Onlookers();
    private final ConcurrentHashMap<SessionId, BuildWatch> watches = new ConcurrentHashMap<>();

    CodingService(CodingFeature.Ports ports) {
        this.ports = ports;
    }

    /// A pipe has no screen.
    @Override
    public void arrived(DeviceId device, SessionId session) {
        if (PipeName.badgeOf(device).isEmpty()) {
            onlookers.enter(device, session, ports.sharing().get().groupOf().apply(device));
        }
    }

    @Override
    public boolean tell(
            DeviceId device, SessionId session, CodingCommand.Told told, Runnable taken) {
        boolean done = watches.computeIfAbsent(session, id -> watch(device, id)).tell(told, taken);
        if (!done) {
            ports.tally().refused();
        }
        return done;
    }

    private BuildWatch watch(DeviceId device, SessionId session) {
        return new BuildWatch(ports, session, new BuildNews(device, session, ports, onlookers));
    }

    @Override
    public void reset(SessionId session) {
        find(session).ifPresent(BuildWatch::reset);
    }

    @Override
    public void end(SessionId session) {
        find(session).ifPresent(BuildWatch::stop);
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        onlookers.leave(device, session);
        Optional.ofNullable(watches.remove(session)).ifPresent(BuildWatch::close);
    }

    private Optional<BuildWatch> find(SessionId session) {
        return Optional.ofNullable(watches.get(session));
    }

    /// Watches, badges and groups in memory.
    int size() {
        return watches.size() + onlookers.size();
    }
}
