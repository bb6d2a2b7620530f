package dev.supie.bootstrap.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a command as if nothing stood between it and the terminal, and tells a server what it
/// prints (COD-1).
///
/// Whatever becomes of the server, the command runs, its output is passed on byte for byte, and its
/// exit status counts. It prints into a pipe and not to a terminal, though, which some tools
/// notice.
public final class PipedBuild {

    /// As shells say it.
    static final int NOT_FOUND = 127;

    /// A command that has ended may have left somebody behind who still holds its output open.
    private static final Duration OUTPUT_END_MAX = Duration.ofSeconds(2);

    /// For what is still to be told when the command has ended, and for the summary.
    private static final Duration TELLING_END_MAX = Duration.ofSeconds(5);

    private final PipeTarget target;
    private final Streams streams;

    /// Where things are printed.
    ///
    /// @param out what the command prints there
    /// @param err what the command prints there
    /// @param notes of our own, for whoever runs the command
    public record Streams(OutputStream out, OutputStream err, PrintWriter notes) {

        void note(String text) {
            notes.println("supie: " + text);
            notes.flush();
        }
    }

    public PipedBuild(PipeTarget target, Streams streams) {
        this.target = target;
        this.streams = streams;
    }

    /// Runs it to its end and gives its exit status; 127 if it cannot be started.
    ///
    /// @param terminal whether a terminal tells the command of Ctrl-C by itself
    public int run(List<String> command, boolean terminal) throws InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException failure) {
            streams.note(command.getFirst() + " cannot be run: " + failure.getMessage());
            return NOT_FOUND;
        }
        try (Interrupted interrupted = Interrupted.passedOn(process, terminal)) {
            int status = watched(process);
            interrupted.endWith(status);
            return status;
        }
    }

    private int watched(Process process) throws InterruptedException {
        LogQueue queue = new LogQueue();
        Thread teller =
                Thread.ofVirtual()
                        .name("teller")
                        .start(new BuildTeller(target, queue, streams::note));
        Thread out = copy(process.getInputStream(), streams.out(), queue);
        Thread err = copy(process.getErrorStream(), streams.err(), queue);
        int status = process.waitFor();
        long deadline = System.nanoTime() + OUTPUT_END_MAX.toNanos();
        join(out, deadline);
        join(err, deadline);
        queue.end();
        if (!teller.join(TELLING_END_MAX)) {
            teller.interrupt();
        }
        if (queue.leftOut() > 0) {
            streams.note(
                    queue.leftOut()
                            + " lines came faster than they could be told; the badge did not hear"
                            + " of them");
        }
        return status;
    }

    private static Thread copy(InputStream from, OutputStream to, LogQueue queue) {
        return Thread.ofPlatform().daemon().start(new StreamCopy(from, to, queue::add));
    }

    private static void join(Thread thread, long deadline) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    }
}
