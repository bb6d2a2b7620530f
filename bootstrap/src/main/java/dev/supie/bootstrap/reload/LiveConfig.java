package dev.supie.bootstrap.reload;

import dev.supie.bootstrap.config.SupieConfig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/// The configuration in force (CFG-3). It is replaced as a whole and in one step: whoever looks
/// sees all of one configuration or all of the next. Services look once for each decision. Safe for
/// use by many threads.
public final class LiveConfig implements Supplier<SupieConfig> {

    private final List<View<?>> views = new CopyOnWriteArrayList<>();
    private volatile InForce inForce;

    /// @param number counts the configurations, because two of them may be equal
    private record InForce(long number, SupieConfig config) {}

    public LiveConfig(SupieConfig config) {
        inForce = new InForce(0, config);
    }

    @Override
    public SupieConfig get() {
        return inForce.config();
    }

    /// What one part of the server makes of the configuration in force. It is made once for each
    /// configuration; threads that look for the first time together may make it twice.
    public <T> Supplier<T> view(Function<SupieConfig, T> made) {
        View<T> view = new View<>(made);
        views.add(view);
        return view;
    }

    /// Finds out whether every part can do with it, without any effect.
    ///
    /// @throws IllegalArgumentException if one cannot
    void tryOut(SupieConfig next) {
        views.forEach(view -> view.of(next));
    }

    /// From here on it is in force. Only one thread replaces at a time.
    void replace(SupieConfig next) {
        inForce = new InForce(inForce.number() + 1, next);
    }

    private final class View<T> implements Supplier<T> {

        private final Function<SupieConfig, T> made;
        private volatile Seen<T> seen;

        View(Function<SupieConfig, T> made) {
            this.made = made;
            this.seen = seen(inForce);
        }

        @Override
        public T get() {
            Seen<T> last = seen;
            InForce now = inForce;
            if (last.number() == now.number()) {
                return last.value();
            }
            Seen<T> fresh = seen(now);
            seen = fresh;
            return fresh.value();
        }

        private Seen<T> seen(InForce now) {
            return new Seen<>(now.number(), of(now.config()));
        }

        private T of(SupieConfig config) {
            return made.apply(config);
        }
    }

    /// What was made of the configuration of this number.
    private record Seen<T>(long number, T value) {}
}
