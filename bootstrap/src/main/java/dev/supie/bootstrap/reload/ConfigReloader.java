package dev.supie.bootstrap.reload;

import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.administration.port.Reloading;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.Problem;
import dev.supie.bootstrap.config.Reread;
import dev.supie.bootstrap.config.Rereading;
import dev.supie.bootstrap.config.SupieConfig;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Reads the configuration again and puts it into force, all of it or nothing (CFG-3). Whoever asks
/// while somebody else's change is under way waits for it, at most [#WAIT_MAX].
public final class ConfigReloader implements Reloading {

    /// Longer than a management server is waited for; a file on a disk that hangs must not collect
    /// requests.
    static final Duration WAIT_MAX = Duration.ofSeconds(8);

    private static final String NO_TURN =
            "another reload is under way, or the server ends; try again";

    private static final System.Logger LOG = System.getLogger(ConfigReloader.class.getName());

    private final ReentrantLock change = new ReentrantLock();
    private final LiveConfig live;
    private final List<Reloadable> parts = new CopyOnWriteArrayList<>();
    private volatile ConfigResult.Loaded inForce;

    /// What the last look has found wrong, because the next one finds the same; guarded by
    /// `change`.
    private List<String> foundWrong = List.of();

    public ConfigReloader(ConfigResult.Loaded atStart, LiveConfig live) {
        this.inForce = atStart;
        this.live = live;
    }

    /// Has it told of every change, in the order in which parts were added.
    public <T extends Reloadable> T tell(T part) {
        parts.add(part);
        return part;
    }

    /// All of it, what a management server hands out included.
    @Override
    public ReloadReport reload() {
        return inTurn(Rereading::read).orElseGet(() -> logged(refused(List.of(NO_TURN))));
    }

    /// The file, with what a management server handed out before.
    ///
    /// @return false if it was not read, because another reload takes its time or the server ends
    public boolean reloadFile() {
        return inTurn(Rereading::readFile).isPresent();
    }

    /// Empty if the turn did not come.
    private Optional<ReloadReport> inTurn(Function<Rereading, Reread> reading) {
        try {
            if (!change.tryLock(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(logged(outcome(reading.apply(inForce.again()))));
        } finally {
            change.unlock();
        }
    }

    /// Asks a management server, if there is one, whether it has something new. What is wrong there
    /// is logged once, however often it is looked at.
    public void look() {
        if (!change.tryLock()) {
            // Somebody else is asking it now.
            return;
        }
        try {
            List<String> before = foundWrong;
            Optional<ReloadReport> report = inForce.again().look().map(this::outcome);
            foundWrong = report.map(ConfigReloader::problems).orElse(List.of());
            if (foundWrong.isEmpty() && !before.isEmpty()) {
                LOG.log(Level.INFO, "the configuration of config.url can be used again");
            }
            report.filter(_ -> foundWrong.isEmpty() || !foundWrong.equals(before))
                    .ifPresent(ConfigReloader::logged);
        } finally {
            change.unlock();
        }
    }

    /// What would keep a start by the configuration as it is by now from coming up; empty if
    /// nothing is known of. Changes nothing, and waits for nobody's change.
    public List<String> obstacles() {
        return switch (inForce.again().asAtStart()) {
            case ConfigResult.Invalid(List<Problem> problems, _) ->
                    problems.stream().map(Problem::text).toList();
            case ConfigResult.Loaded loaded -> {
                try {
                    live.tryOut(loaded.config());
                    yield List.of();
                } catch (IllegalArgumentException unusable) {
                    yield List.of(unusable(unusable));
                }
            }
        };
    }

    /// Has what came from a management server kept, for a start without it.
    public void keep() {
        inForce.again().keep(inForce.config());
    }

    private ReloadReport outcome(Reread reread) {
        return switch (reread) {
            case Reread.Invalid(List<Problem> problems) ->
                    refused(problems.stream().map(Problem::text).toList());
            case Reread.Usable usable -> apply(usable);
        };
    }

    private ReloadReport apply(Reread.Usable usable) {
        SupieConfig next = usable.next().config();
        try {
            live.tryOut(next);
            parts.forEach(part -> part.prepare(next));
        } catch (RuntimeException unusable) {
            // Whatever it is, what was opened for it has to be given up again.
            settle(live.get());
            return refused(List.of(unusable(unusable)));
        }
        live.replace(next);
        inForce = usable.next();
        settle(next);
        keep();
        usable.next().warnings().forEach(warning -> LOG.log(Level.WARNING, "{0}", warning.text()));
        return new ReloadReport.Applied(usable.changed(), usable.needRestart());
    }

    /// A part of the server is stricter about a value than the configuration was.
    private static String unusable(RuntimeException failure) {
        return "the configuration cannot be used: " + failure.getMessage();
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
        return new ReloadReport.Refused(problems);
    }

    private static List<String> problems(ReloadReport report) {
        return switch (report) {
            case ReloadReport.Applied _ -> List.of();
            case ReloadReport.Refused(List<String> problems) -> problems;
        };
    }

    private static ReloadReport logged(ReloadReport report) {
        switch (report) {
            case ReloadReport.Applied(List<String> changed, List<String> needRestart) ->
                    log(changed, needRestart);
            case ReloadReport.Refused(List<String> problems) ->
                    problems.forEach(
                            problem ->
                                    LOG.log(
                                            Level.WARNING,
                                            "configuration not changed, the old one stays: {0}",
                                            problem));
        }
        return report;
    }

    private static void log(List<String> changed, List<String> needRestart) {
        LOG.log(
                Level.INFO,
                "configuration read again: changed={0} needRestart={1}",
                changed,
                needRestart);
        if (!needRestart.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "in force only after a restart: {0}",
                    String.join(", ", needRestart));
        }
    }
}
