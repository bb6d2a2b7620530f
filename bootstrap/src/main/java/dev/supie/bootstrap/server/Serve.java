package dev.supie.bootstrap.server;

import dev.supie.bootstrap.cli.ServeAction;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.logging.Logging;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/// `supie serve`: runs a server until the process is told to end.
public final class Serve implements ServeAction {

    private static final System.Logger LOG = System.getLogger(Serve.class.getName());
    private static final int CANNOT_START = 2;

    @Override
    public int serve(SupieConfig config, PrintWriter out, PrintWriter err) {
        SupieServer server;
        try {
            server = SupieServer.start(config);
        } catch (StartException failure) {
            LOG.log(System.Logger.Level.DEBUG, "start failed", failure);
            LOG.log(System.Logger.Level.ERROR, "{0}", failure.getMessage());
            Logging.stop();
            return CANNOT_START;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "shutdown"));
        out.println("ready device=" + server.deviceUrl() + " http=" + server.httpUrl());
        out.flush();
        return untilKilled();
    }

    /// Only the shutdown hook ends the process.
    private static int untilKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /// A drained server has done what it was told, so its exit status is 0 and not the signal's.
    private static void end(SupieServer server) {
        server.stop();
        Logging.stop();
        Runtime.getRuntime().halt(0);
    }
}
