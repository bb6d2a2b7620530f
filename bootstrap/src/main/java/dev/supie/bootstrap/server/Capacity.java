package dev.supie.bootstrap.server;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/// How many connections this process can hold, whatever the configuration would allow.
///
/// A process that runs out of memory ends, and a listener that runs out of files never accepts
/// again. So the server stays clear of both: the badge that would be one too many is answered 503
/// (HS-2), and those that are connected are served as before.
///
/// @param heapBytes to which the heap may grow
/// @param filesMax that the system lets the process have open at a time, sockets included
record Capacity(long heapBytes, long filesMax) {

    /// What one idle badge keeps alive; `docs/PERFORMANCE.md` says how it was measured.
    static final int BADGE_BYTES = 22 * 1024;

    /// What the server keeps alive without any badge, and room to collect it in.
    static final int SERVER_BYTES = 24 * 1024 * 1024;

    /// One part in so many of the rest of the heap is for idle badges. The other is for what they
    /// say and are told, for meetings and the database, and for what waits to be collected.
    static final int HEAP_PARTS = 2;

    /// One part in so many of the heap is for what waits for badges that are behind, and for long
    /// messages that are half received.
    static final int HELD_PARTS = 8;

    /// Sockets of the device listener that are no badge yet, or never will be.
    static final int NEWCOMERS_MAX = 1024;

    static final int HTTP_SOCKETS_MAX = 1024;

    /// Of the files four eighths are for badges, one for newcomers, one for HTTP; two are left for
    /// the server itself.
    private static final int EIGHTHS = 8;

    private static final int BADGE_EIGHTHS = 4;
    private static final int DEVICE_EIGHTHS = 5;

    private static final int MEBIBYTE = 1024 * 1024;

    static Capacity ofThisProcess() {
        // On other systems there is no limit that could be asked for.
        long filesMax =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean unix
                        ? unix.getMaxFileDescriptorCount()
                        : Integer.MAX_VALUE;
        return new Capacity(Runtime.getRuntime().maxMemory(), filesMax);
    }

    /// How many badges may be connected.
    ///
    /// @param configured `server.max_connections`
    int badges(int configured) {
        return (int) Math.max(1, Math.min(configured, Math.min(badgesByHeap(), badgesByFiles())));
    }

    /// How many bytes may wait for all badges together, or be half received from them.
    long heldBytes() {
        return heapBytes / HELD_PARTS;
    }

    /// How many sockets the device listener may have open; others wait to be accepted.
    int deviceSockets(int configured) {
        long wanted = (long) badges(configured) + NEWCOMERS_MAX;
        return (int) Math.max(1, Math.min(wanted, filesMax * DEVICE_EIGHTHS / EIGHTHS));
    }

    /// The same for an HTTP listener of its own.
    int httpSockets() {
        return (int) Math.max(1, Math.min(HTTP_SOCKETS_MAX, filesMax / EIGHTHS));
    }

    /// Why there is room for fewer badges than configured, and what to do; empty if there is not.
    Optional<String> shortfall(int configured) {
        int badges = badges(configured);
        if (badges >= configured) {
            return Optional.empty();
        }
        String cause =
                badgesByHeap() <= badgesByFiles()
                        ? "a heap of %d MiB holds no more; set SUPIE_JAVA_OPTS=-Xmx… to a larger one"
                                .formatted(heapBytes / MEBIBYTE)
                        : "the system allows %d open files; raise ulimit -n".formatted(filesMax);
        return Optional.of(
                "room for %d badges instead of server.max_connections %d: %s"
                        .formatted(badges, configured, cause));
    }

    private long badgesByHeap() {
        return (heapBytes - SERVER_BYTES) / HEAP_PARTS / BADGE_BYTES;
    }

    private long badgesByFiles() {
        return filesMax * BADGE_EIGHTHS / EIGHTHS;
    }
}
