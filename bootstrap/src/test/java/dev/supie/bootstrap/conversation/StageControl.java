package dev.supie.bootstrap.conversation;

import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.port.Restarting;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What administrators may do to a stage, through its badges and over HTTP. It has no file; a
/// conversation says what reading it would come to.
final class StageControl {

    private ReloadReport report = new ReloadReport.Refused(List.of("a stage has no configuration"));
    private List<String> obstacles = List.of();

    /// Whether that was about the file.
    boolean obeys(String what) {
        switch (what) {
            case "file changes" -> {
                obstacles = List.of();
                report =
                        new ReloadReport.Applied(
                                List.of("mode_phrases.working", "server.port"),
                                List.of("server.port"));
            }
            case "file is wrong" -> {
                obstacles = List.of("supie.yaml:3: unknown key mode_phrase");
                report = new ReloadReport.Refused(obstacles);
            }
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
                        Optional.of(new OwnProcess(restart)),
                        _ -> {},
                        link,
                        threads,
                        time));
    }

    private final class OwnProcess implements Restarting {

        private final Runnable end;

        OwnProcess(Runnable end) {
            this.end = end;
        }

        @Override
        public List<String> obstacles() {
            return obstacles;
        }

        @Override
        public void restart() {
            end.run();
        }
    }
}
