package dev.supie.bootstrap.demo;

import dev.supie.bootstrap.cli.DemoAction;
import dev.supie.bootstrap.logging.Logging;
import dev.supie.bootstrap.server.StartException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CompletionException;

/// Plays a meeting on a server of its own and cleans up, also if it is told to end in the middle.
/// Once for each process.
public final class Demo implements DemoAction {

    private static final int BROKEN = 1;

    private volatile boolean told;

    @Override
    public int run(Play play, PrintWriter out, PrintWriter err) {
        try {
            return isPlayed(play, out, err) ? 0 : BROKEN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return BROKEN;
        } catch (StartException
                | IOException
                | IllegalStateException
                | CompletionException failure) {
            // Somebody who ended it knows why it did not go on.
            if (!told) {
                err.println("supie: the demo failed: " + failure.getMessage());
            }
            return BROKEN;
        } finally {
            Logging.stop();
        }
    }

    private boolean isPlayed(Play play, PrintWriter out, PrintWriter err)
            throws StartException, IOException, InterruptedException {
        return switch (play) {
            case Play.Typed _ -> new TypedDemo(out).play(this::tell);
            case Play.Spoken spoken -> new SpokenDemo(spoken, out, err).play(this::tell);
        };
    }

    private void tell() {
        told = true;
    }
}
