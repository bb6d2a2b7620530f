package dev.supie.adapter.out.jooq;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Decides which commits of the embedded database may write over what (ADR 0035).
///
/// H2 gives up pieces of its file in a commit and lets the same one write over them. If that one is
/// torn, the commit before it, which still counts on those pieces, cannot be read either, and H2
/// goes back to one that is older than they are. So only a commit that is written to the end of the
/// file gives up pieces here, and others write over them once it is synced.
///
/// Safe for use by many threads: the file may be opened again by another one than those who write.
final class SpaceReuse {

    /// Between two commits that give up pieces. The file grows by what is written in this time.
    static final Duration EVERY = Duration.ofSeconds(1);

    /// Nothing is given up.
    static final int KEEP_ALL = Integer.MAX_VALUE;

    private static final int KEEP_NOTHING = 0;

    private final InstantSource time;
    private Instant next = Instant.MIN;
    private boolean givingUp;
    private long lastVersion;

    /// @param time runs steadily
    SpaceReuse(InstantSource time) {
        this.time = time;
    }

    /// Whatever was decided about an older opening of the file is void.
    synchronized void begin(MVStore store) {
        givingUp = false;
        store.getFileStore().setReuseSpace(true);
        store.setRetentionTime(KEEP_ALL);
    }

    /// To be called whenever commits were synced, before the next one begins.
    synchronized void decide(MVStore store) {
        FileStore<?> file = store.getFileStore();
        if (!givingUp) {
            if (!time.instant().isBefore(next)) {
                givingUp = true;
                lastVersion = file.lastChunkVersion();
                file.setReuseSpace(false);
                store.setRetentionTime(KEEP_NOTHING);
            }
        } else if (file.lastChunkVersion() > lastVersion) {
            begin(store);
            next = time.instant().plus(EVERY);
        }
    }
}
