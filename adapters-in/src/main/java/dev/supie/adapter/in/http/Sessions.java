package dev.supie.adapter.in.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who has signed in at the console. In memory only, so a restart signs everybody out. Safe for use
/// by many threads.
final class Sessions {

    /// Of each role; one more signs out who of them signed in first, so readers cannot sign
    /// administrators out.
    static final int SESSIONS_MAX = 64;

    /// From signing in, however busy.
    static final Duration LIFE = Duration.ofHours(8);

    private static final int NAME_BYTES = 32;

    /// What somebody who has signed in may do.
    enum Role {
        /// Everything.
        ADMINISTRATOR,
        /// Read meetings and tasks, and change nothing.
        READER
    }

    private record Session(Role role, Instant end) {}

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Session> byName = new LinkedHashMap<>();
    private final InstantSource time;

    Sessions(InstantSource time) {
        this.time = time;
    }

    /// The name of a new session, which nobody can guess.
    synchronized String open(Role role) {
        byName.values().removeIf(this::isOver);
        List<String> same =
                byName.entrySet().stream()
                        .filter(each -> each.getValue().role() == role)
                        .map(Map.Entry::getKey)
                        .toList();
        if (same.size() >= SESSIONS_MAX) {
            byName.remove(same.getFirst());
        }
        byte[] name = new byte[NAME_BYTES];
        chance.nextBytes(name);
        String hex = HexFormat.of().formatHex(name);
        byName.put(hex, new Session(role, time.instant().plus(LIFE)));
        return hex;
    }

    /// Empty if there is no such session any more.
    synchronized Optional<Role> role(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(session -> !isOver(session))
                .map(Session::role);
    }

    synchronized void close(String name) {
        byName.remove(name);
    }

    private boolean isOver(Session session) {
        return !time.instant().isBefore(session.end());
    }
}
