package dev.supie.bootstrap.demo;

import dev.supie.bootstrap.server.StartException;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.util.Map;

/// `supie demo --text`: [DemoMeeting], whose badge sends typed snippets. Needs no models.
final class TypedDemo {

    /// That speech is not recognized without models is no news to somebody who types.
    private static final Map<String, String> QUIET = Map.of("log.level", "error");

    private final PrintWriter out;
    private final DemoScreen screen;

    TypedDemo(PrintWriter out) {
        this.out = out;
        this.screen = new DemoScreen(out);
    }

    /// Whether every promise was kept.
    ///
    /// @param whenTold called if the process is told to end before that
    boolean play(Runnable whenTold) throws StartException, IOException, InterruptedException {
        long begin = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                DemoServer server = DemoServer.start(QUIET, whenTold)) {
            screen.plain(
                    "Supie started in "
                            + (System.nanoTime() - begin) / 1_000_000
                            + " ms on "
                            + server.deviceUrl());
            new DemoMeeting(client, server.deviceUrl(), server.httpUrl(), screen)
                    .play(DemoScript.load());
            screen.title("The server stops");
        }
        out.println();
        out.println(
                screen.failures() == 0
                        ? "Everything was as the contract says."
                        : screen.failures() + " promises were broken.");
        return screen.failures() == 0;
    }
}
