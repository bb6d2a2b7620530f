package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.AccessToken;
import dev.supie.application.administration.port.Reloading;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.port.Restarting;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.logging.AuditLog;
import dev.supie.bootstrap.reload.ConfigReloader;
import dev.supie.bootstrap.reload.ConfigWatches;
import dev.supie.bootstrap.reload.FileWatch;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.ManagementWatch;
import dev.supie.bootstrap.reload.Reloadable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Puts together what changes the configuration of a running server (CFG-3).
final class ReloadWiring {

    private final LiveConfig live;
    private final ConfigReloader reloader;
    private final Optional<Path> file;

    /// Before the store is opened, which may take long: a change meanwhile is a change.
    private final Optional<FileWatch.Trace> atStart;

    ReloadWiring(ConfigResult.Loaded loaded) {
        this.live = new LiveConfig(loaded.config());
        this.reloader = new ConfigReloader(loaded, live);
        this.file = loaded.again().file();
        this.atStart = file.map(FileWatch.Trace::of);
        tell(new LiveLogging(loaded.config().log()), new IntervalLog(loaded.config().meeting()));
    }

    LiveConfig live() {
        return live;
    }

    Reloading reloading() {
        return reloader;
    }

    /// What administrators may command through badges (SRV-2).
    ///
    /// @param restart ends the process so that it is started again, if it is the server's own
    ServerControl control(
            AccessToken secret,
            Optional<Runnable> restart,
            BadgeLink link,
            Executor background,
            InstantSource time) {
        return new ServerControl(
                new ServerControl.Ports(
                        presented -> secret.matches(presented.reveal()),
                        reloader,
                        restart.map(end -> new OwnProcess(reloader, end)),
                        new AuditLog(),
                        link,
                        background,
                        time));
    }

    /// @param end ends the process so that it is started again
    private record OwnProcess(ConfigReloader reloader, Runnable end) implements Restarting {

        @Override
        public List<String> obstacles() {
            return reloader.obstacles();
        }

        @Override
        public void restart() {
            end.run();
        }
    }

    /// Has them told of every change.
    void tell(Reloadable... parts) {
        List.of(parts).forEach(reloader::tell);
    }

    /// What is watched, once it has begun.
    ConfigWatches watches(Alarms alarms, InstantSource time, Executor background) {
        return new ConfigWatches(
                watch(alarms, time, background),
                new ManagementWatch(alarms, time, background, reloader::look),
                reloader::keep);
    }

    /// Nothing if there was no file at the start.
    private Optional<FileWatch> watch(Alarms alarms, InstantSource time, Executor background) {
        return file.flatMap(
                path ->
                        atStart.map(
                                before ->
                                        new FileWatch(
                                                path,
                                                before,
                                                alarms,
                                                time,
                                                background,
                                                reloader::reloadFile)));
    }
}
