package dev.supie.bootstrap.demo;

import dev.supie.bootstrap.cli.DemoAction.Play;
import dev.supie.bootstrap.cli.ProgramName;
import dev.supie.bootstrap.server.StartException;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// `supie demo`: [SpokenMeeting] with the recorded people of [SpokenScript].
final class SpokenDemo {

    /// The badges of the demo say where their speech ends. With the usual 5 s a pause in a longer
    /// turn would end it as well (LIS-1), and then there would be no one text after its stop.
    private static final String NO_FALLBACK_MILLIS = "60000";

    private final Play.Spoken play;
    private final PrintWriter err;
    private final CaptionScreen screen;

    SpokenDemo(Play.Spoken play, PrintWriter out, PrintWriter err) {
        this.play = play;
        this.err = err;
        Stopwatch watch = new Stopwatch(System::nanoTime);
        this.screen = play.live() ? new LiveScreen(out, watch) : new PlainScreen(out, watch);
    }

    /// Whether it was heard as it should be.
    ///
    /// @param whenTold called if the process is told to end before that
    boolean play(Runnable whenTold) throws StartException, IOException, InterruptedException {
        Optional<String> problem = play.models().problem();
        if (problem.isPresent()) {
            err.println("supie: the demo speaks, and hearing it needs models: " + problem.get());
            err.println(
                    "Without models, "
                            + ProgramName.current()
                            + " demo --text plays a typed meeting.");
            return false;
        }
        boolean heard = heard(whenTold);
        screen.line("");
        screen.line(
                heard
                        ? "Everything was heard. The server has stopped, and its folder is gone."
                        : "Much was misheard or not written down: something is wrong here.");
        return heard;
    }

    private boolean heard(Runnable whenTold)
            throws StartException, IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "asr.models_dir",
                        play.models().folder().toString(),
                        "meeting.manual_listen_fallback_ms",
                        NO_FALLBACK_MILLIS);
        Runnable stop =
                () -> {
                    whenTold.run();
                    screen.end("Stopping. The server and its folder go, too.");
                };
        try (HttpClient client = HttpClient.newHttpClient();
                DemoServer server = DemoServer.start(settings, stop)) {
            introduce(server);
            screen.line("Loading the speech models…");
            SpeechReadiness.await(client, server.httpUrl());
            Duration pace = play.fast() ? Metronome.FAST : Metronome.REAL_TIME;
            return new SpokenMeeting(client, server.deviceUrl(), screen, pace)
                    .play(SpokenScript.load());
        }
    }

    private void introduce(DemoServer server) {
        screen.title("Two recorded people, each with a badge, talk to a server on this machine");
        screen.line("Supie runs on " + server.deviceUrl() + " and uses no other service.");
        screen.line("Each badge records a meeting of its own.");
        if (play.fast()) {
            screen.line(
                    "Packets are sent four times as fast as they are spoken: "
                            + Duration.ofSeconds(1).dividedBy(Metronome.FAST)
                            + " a second, where a badge may send 100 (MSG-2).");
        }
    }
}
