package dev.supie.bootstrap.conversation;

import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.server.ServerControl;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What administrators may do to a stage, through its badges and over HTTP. It has no file; a
/// conversation says what reading it would come to.
final class StageControl {

    private ReloadReport report = new ReloadReport.Refused(List.of("a stage has no configuration"));

    /// Whether that was about the file.
    boolean obeys(String what) {
        switch (what) {
            case "file changes" ->
                    report =
                            new ReloadReport.Applied(
                                    List.of("mode_phrases.working", "server.port"),
                                    List.of("server.port"));
            case "file is wrong" ->
                    report =
                            new ReloadReport.Refused(
                                    List.of("supie.yaml:3: unknown key mode_phrase"));
            default -> {
                return false;
            }
        }
        return true;
    }

    ReloadReport reload() {
        return report;
    }

    /// @param restart what a restart begins with
    ServerControl over(
            StageSettings settings,
            BadgeLink link,
            Executor threads,
            InstantSource time,
            Runnable restart) {
        return new ServerControl(
                new ServerControl.Ports(
                        presented -> settings.adminToken().matches(presented.reveal()),
                        this::reload,
                        Optional.of(restart),
                        _ -> {},
                        link,
                        threads,
                        time));
    }
}
