package dev.supie.bootstrap.reload;

import dev.supie.bootstrap.config.SupieConfig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Clients of services, one for each description of one that the configuration has (CFG-3). When it
/// changes, those whose descriptions stay are kept, and the others are closed once nobody uses them
/// any more: what was asked before the change is answered by whom it was asked. Safe for use by
/// many threads.
///
/// @param <S> a description; equal ones share a client
public final class Clients<S, C> implements Reloadable, AutoCloseable {

    /// What there is to a kind of client.
    ///
    /// @param wanted the descriptions in a configuration
    /// @param closing runs what closes clients: some wait for their own threads, and the last to
    ///   use one may be such a thread
    public record Kind<S, C>(
            Function<SupieConfig, Set<S>> wanted,
            Function<S, C> open,
            Consumer<C> close,
            Executor closing) {}

    private final Kind<S, C> kind;
    private final Map<S, Shared> kept = new HashMap<>();
    private final Set<Shared> open = new HashSet<>();

    /// Opens those of the configuration.
    public Clients(Kind<S, C> kind, SupieConfig config) {
        this.kind = kind;
        prepare(config);
    }

    /// Somebody uses a client, until the lease ends.
    public interface Lease<C> {

        C client();

        /// Harmless more than once.
        void end();
    }

    /// Never fails for a description that is no longer in the configuration: somebody may have
    /// looked there just before it changed.
    public synchronized Lease<C> lease(S description) {
        Shared shared = kept.get(description);
        if (shared == null) {
            shared = opened(description);
            shared.retired = true;
        }
        shared.users++;
        return new Use(shared);
    }

    @Override
    public synchronized void prepare(SupieConfig next) {
        for (S description : kind.wanted().apply(next)) {
            if (!kept.containsKey(description)) {
                kept.put(description, opened(description));
            }
        }
    }

    @Override
    public synchronized void settle(SupieConfig inForce) {
        Set<S> wanted = kind.wanted().apply(inForce);
        List<Shared> retired = new ArrayList<>();
        kept.forEach(
                (description, shared) -> {
                    if (!wanted.contains(description)) {
                        retired.add(shared);
                    }
                });
        kept.keySet().retainAll(wanted);
        retired.forEach(this::retire);
    }

    /// How many are open, those included that are only used to their end.
    public synchronized int count() {
        return open.size();
    }

    /// Closes all, used or not. Whoever asks afterwards is told by the closed client.
    @Override
    public synchronized void close() {
        List.copyOf(open).forEach(shared -> kind.close().accept(shared.client));
        open.clear();
    }

    private Shared opened(S description) {
        Shared shared = new Shared(kind.open().apply(description));
        open.add(shared);
        return shared;
    }

    private void retire(Shared shared) {
        shared.retired = true;
        closeIfUnused(shared);
    }

    private void closeIfUnused(Shared shared) {
        if (shared.retired && shared.users == 0 && open.remove(shared)) {
            kind.closing().execute(() -> kind.close().accept(shared.client));
        }
    }

    private synchronized void end(Shared shared) {
        shared.users--;
        closeIfUnused(shared);
    }

    /// A client and those who use it; guarded by the lock of the clients.
    private final class Shared {

        private final C client;
        private int users;
        private boolean retired;

        Shared(C client) {
            this.client = client;
        }
    }

    private final class Use implements Lease<C> {

        private final Shared shared;
        private final AtomicBoolean over = new AtomicBoolean();

        Use(Shared shared) {
            this.shared = shared;
        }

        @Override
        public C client() {
            return shared.client;
        }

        @Override
        public void end() {
            if (over.compareAndSet(false, true)) {
                Clients.this.end(shared);
            }
        }
    }
}
