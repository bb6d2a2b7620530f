package dev.supie.bootstrap.reload;

import dev.supie.adapter.in.http.ReloadReport;
import dev.supie.adapter.in.http.Reloading;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.Problem;
import dev.supie.bootstrap.config.Reread;
import dev.supie.bootstrap.config.SupieConfig;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Reads the configuration again and puts it into force, all of it or nothing (CFG-3). Whoever asks
/// while somebody else's change is under way waits for it, at most [#WAIT_MAX].
public final class ConfigReloader implements Reloading {

    /// Reading takes some milliseconds; a file on a disk that hangs must not collect requests.
    static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(ConfigReloader.class.getName());

    private final ReentrantLock change = new ReentrantLock();
    private final LiveConfig live;
    private final List<Reloadable> parts = new CopyOnWriteArrayList<>();
    private volatile ConfigResult.Loaded inForce;

    public ConfigReloader(ConfigResult.Loaded atStart, LiveConfig live) {
        this.inForce = atStart;
        this.live = live;
    }

    /// Has it told of every change, in the order in which parts were added.
    public <T extends Reloadable> T tell(T part) {
        parts.add(part);
        return part;
    }

    @Override
    public ReloadReport reload() {
        try {
            if (!change.tryLock(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return refused(List.of("another reload is under way; try again"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refused(List.of("interrupted"));
        }
        try {
            return switch (inForce.again().read()) {
                case Reread.Invalid(List<Problem> problems) ->
                        refused(problems.stream().map(Problem::text).toList());
                case Reread.Usable usable -> apply(usable);
            };
        } finally {
            change.unlock();
        }
    }

    private ReloadReport apply(Reread.Usable usable) {
        SupieConfig next = usable.next().config();
        try {
            live.tryOut(next);
            parts.forEach(part -> part.prepare(next));
        } catch (RuntimeException unusable) {
            // Whatever it is, what was opened for it has to be given up again.
            settle(live.get());
            return refused(List.of("the configuration cannot be used: " + unusable.getMessage()));
        }
        live.replace(next);
        inForce = usable.next();
        settle(next);
        tell(usable);
        return new ReloadReport.Applied(usable.changed(), usable.needRestart());
    }

    /// What is in force stays so, whatever one part makes of it.
    private void settle(SupieConfig config) {
        for (Reloadable part : parts) {
            try {
                part.settle(config);
            } catch (RuntimeException bug) {
                LOG.log(Level.ERROR, "a part of the server did not settle", bug);
            }
        }
    }

    private static ReloadReport refused(List<String> problems) {
        problems.forEach(
                problem ->
                        LOG.log(
                                Level.WARNING,
                                "configuration not changed, the old one stays: {0}",
                                problem));
        return new ReloadReport.Refused(problems);
    }

    private static void tell(Reread.Usable usable) {
        usable.next().warnings().forEach(warning -> LOG.log(Level.WARNING, "{0}", warning.text()));
        LOG.log(
                Level.INFO,
                "configuration read again: changed={0} needRestart={1}",
                usable.changed(),
                usable.needRestart());
        if (!usable.needRestart().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "in force only after a restart: {0}",
                    String.join(", ", usable.needRestart()));
        }
    }
}
