package dev.supie.application.connection;

import dev.supie.domain.connection.DuplicateRules;
import dev.supie.domain.connection.DuplicateRules.Verdict;
import dev.supie.domain.connection.TakeoverHistory;
import dev.supie.domain.kernel.DeviceId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Which connection is each badge's route, and who may become it (DUP-1, DUP-2).
///
/// Safe for use by many threads; no call waits for anything. A badge without any connection costs
/// nothing: its takeovers are forgotten with its last connection, because nobody can be thrown out
/// any more. So there are never more entries than connections.
final class Routes {

    private final Map<DeviceId, Route> routes = new HashMap<>();
    private final Consumer<LiveConnection> onEntry;

    /// Routes that have a connection; counted along, because it is asked for at every arrival.
    private int reached;

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

        Route with(int nextOpening, @Nullable LiveConnection nextConnection) {
            return new Route(nextOpening, nextConnection, takeovers);
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
                        .map(
                                seenAt ->
                                        rules.decide(
                                                seenAt, route.takeovers(), route.opening(), now))
                        .orElseGet(Verdict.Accepted::new);
        if (verdict instanceof Verdict.Accepted) {
            routes.put(device, route.with(route.opening() + 1, route.connection()));
        }
        return verdict;
    }

    /// A newcomer was gone before it opened.
    synchronized void withdraw(DeviceId device) {
        keep(device, route -> route.with(route.opening() - 1, route.connection()));
    }

    /// Who lost the badge to whom.
    record Takeover(LiveConnection loser, LiveConnection winner) {}

    /// Makes it the route, unless a connection that was admitted after it already is: threads may
    /// open two in the other order, and the badge means its newest. From this moment on the loser,
    /// if there is one, writes nothing for the badge any more.
    ///
    /// A takeover is counted here and not before: a badge that drops its connection and is back at
    /// once may well be admitted before its end is noticed, and has thrown nobody out.
    synchronized Optional<Takeover> enter(LiveConnection connection, Instant now) {
        DeviceId device = connection.identity().device();
        Route before = routes.getOrDefault(device, Route.NONE);
        @Nullable LiveConnection there = before.connection();
        boolean met = there != null && !there.hasEnded();
        TakeoverHistory takeovers = met ? before.takeovers().plus(now) : before.takeovers();
        if (there != null && met && there.arrival() > connection.arrival()) {
            connection.fence();
            routes.put(device, new Route(before.opening() - 1, there, takeovers));
            return Optional.of(new Takeover(connection, there));
        }
        routes.put(device, new Route(before.opening() - 1, connection, takeovers));
        reached += there == null ? 1 : 0;
        if (there != null) {
            there.fence();
        }
        onEntry.accept(connection);
        return Optional.ofNullable(there).map(old -> new Takeover(old, connection));
    }

    /// It has ended; removes it if it still is the route.
    synchronized void leave(LiveConnection connection) {
        keep(
                connection.identity().device(),
                route -> {
                    if (connection != route.connection()) {
                        return route;
                    }
                    reached--;
                    return route.with(route.opening(), null);
                });
    }

    private void keep(DeviceId device, UnaryOperator<Route> change) {
        routes.computeIfPresent(
                device,
                (_, route) -> {
                    Route next = change.apply(route);
                    return next.isNeeded() ? next : null;
                });
    }

    /// The route of every badge that has one, as of now.
    synchronized List<LiveConnection> all() {
        return routes.values().stream()
                .flatMap(route -> Stream.ofNullable(route.connection()))
                .toList();
    }

    /// How many [#all] are.
    synchronized int reached() {
        return reached;
    }

    /// Badges that are reached by some connection, or about to be.
    synchronized int size() {
        return routes.size();
    }
}
