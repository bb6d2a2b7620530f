package dev.supie.application.connection;

import dev.supie.domain.connection.DuplicateRules;
import dev.supie.domain.connection.DuplicateRules.Verdict;
import dev.supie.domain.connection.TakeoverHistory;
import dev.supie.domain.kernel.DeviceId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Which connection is each badge's route, and who may become it (DUP-1, DUP-2).
///
/// Safe for use by many threads; no call waits for anything. A badge without any connection costs
/// nothing: its takeovers are forgotten with its last connection, because nobody can be thrown out
/// any more. So there are never more entries than connections.
final class Routes {

    private final Map<DeviceId, Route> routes = new HashMap<>();
    private final Consumer<LiveConnection> onEntry;

    /// @param onEntry called in the very moment in which a connection becomes the route; must not
    ///   wait
    Routes(Consumer<LiveConnection> onEntry) {
        this.onEntry = onEntry;
    }

    /// @param opening newcomers that were accepted and are neither open nor gone yet
    private record Route(
            int opening, @Nullable LiveConnection connection, TakeoverHistory takeovers) {

        private static final Route NONE = new Route(0, null, TakeoverHistory.NONE);

        /// When the badge was last seen there; empty if a newcomer would take nobody's place.
        Optional<Instant> seenAt(Instant now) {
            if (opening > 0) {
                return Optional.of(now);
            }
            return connection == null || connection.hasEnded()
                    ? Optional.empty()
                    : Optional.of(connection.seenAt());
        }

        boolean isNeeded() {
            return opening > 0 || connection != null;
        }
    }

    /// Decides on a newcomer; one that is accepted must [#enter] or [#withdraw].
    synchronized Verdict claim(DeviceId device, DuplicateRules rules, Instant now) {
        Route route = routes.getOrDefault(device, Route.NONE);
        Verdict verdict =
                route.seenAt(now)
                        .map(seenAt -> rules.decide(seenAt, route.takeovers(), now))
                        .orElseGet(() -> new Verdict.Accepted(TakeoverHistory.NONE));
        if (verdict instanceof Verdict.Accepted(TakeoverHistory takeovers)) {
            routes.put(device, new Route(route.opening() + 1, route.connection(), takeovers));
        }
        return verdict;
    }

    /// A newcomer was gone before it opened.
    synchronized void withdraw(DeviceId device) {
        keep(
                device,
                route -> new Route(route.opening() - 1, route.connection(), route.takeovers()));
    }

    /// Makes it the route. From this moment on the one before it, which is returned, writes nothing
    /// for the badge any more.
    synchronized Optional<LiveConnection> enter(LiveConnection connection) {
        DeviceId device = connection.identity().device();
        Route before = routes.getOrDefault(device, Route.NONE);
        routes.put(device, new Route(before.opening() - 1, connection, before.takeovers()));
        Optional<LiveConnection> replaced = Optional.ofNullable(before.connection());
        replaced.ifPresent(LiveConnection::fence);
        onEntry.accept(connection);
        return replaced;
    }

    /// It has ended; removes it if it still is the route.
    synchronized void leave(LiveConnection connection) {
        keep(
                connection.identity().device(),
                route ->
                        connection == route.connection()
                                ? new Route(route.opening(), null, route.takeovers())
                                : route);
    }

    private void keep(DeviceId device, UnaryOperator<Route> change) {
        routes.computeIfPresent(
                device,
                (_, route) -> {
                    Route next = change.apply(route);
                    return next.isNeeded() ? next : null;
                });
    }

    /// Badges that are reached by some connection, or about to be.
    synchronized int size() {
        return routes.size();
    }
}
