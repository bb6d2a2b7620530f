package dev.supie.bootstrap.remote;

import dev.supie.bootstrap.cli.RunningServer;

import java.io.IOException;
import java.io.PrintWriter;

/// A command that asks a running server: finds it, and says why whatever went wrong did.
public final class RemoteCommand {

    private static final int FAILED = 1;

    private RemoteCommand() {}

    /// What the command asks.
    @FunctionalInterface
    public interface Question {

        /// @throws IOException if a file of this machine cannot be written
        void ask(RemoteServer server)
                throws RemoteServerException, InterruptedException, IOException;
    }

    /// Gives the exit status.
    ///
    /// @param err is told why it is not 0
    public static int run(RunningServer running, PrintWriter err, Question question) {
        try (RemoteServer server = RemoteServer.of(running)) {
            question.ask(server);
            return 0;
        } catch (RemoteServerException failure) {
            err.println("supie: " + failure.getMessage());
            return FAILED;
        } catch (IOException failure) {
            err.println("supie: the file cannot be written: " + failure);
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }
}
