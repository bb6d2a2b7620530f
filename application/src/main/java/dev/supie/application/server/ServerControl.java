package dev.supie.application.server;

import dev.supie.application.access.AttemptLimiter;
import dev.supie.application.access.port.Credential;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.administration.port.Reloading;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.server.port.Restarting;
import dev.supie.domain.server.ServerCommand;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/// Does what administrators tell the server through badges (SRV-2), and answers them. An address
/// from which too many wrong secrets came is not listened to (AUTH-3); what was presented is never
/// logged.
///
/// No call waits: the configuration is read beside the caller, and before a restart, too, because
/// with a broken one the server would not come back. Safe for use by many threads.
public final class ServerControl {

    /// The `type` of what badges ask of the server.
    public static final String FEATURE = "server";

    /// Commands to read the configuration that are under way at the same time; they wait for each
    /// other, and for a disk. Whoever sends one more is asked to wait himself.
    static final int RELOADS_MAX = 8;

    /// One is enough to end the process, and reloads that hang must not keep anybody from it.
    private static final int RESTARTS_MAX = 1;

    private static final System.Logger LOG = System.getLogger(ServerControl.class.getName());

    /// There is one secret, and it is never written anywhere.
    private static final String BY_SECRET = "admin-token";

    private static final String NO_ADMINISTRATOR =
            "content.secret is not the admin token: send server.admin_token, or what the file"
                    + " admin-token in the server's data folder holds";

    private final Ports ports;
    private final AttemptLimiter failures;
    private final NoteLimiter noted;
    private final Semaphore reloads = new Semaphore(RELOADS_MAX);
    private final Semaphore restarts = new Semaphore(RESTARTS_MAX);

    /// What it needs from outside.
    ///
    /// @param secret whether this is the secret of administrators; it takes the same time wherever
    ///   the two differ
    /// @param restarting nothing if the server is a part of some other program
    /// @param background reads the configuration
    /// @param time must not run backwards
    public record Ports(
            Predicate<Credential> secret,
            Reloading reloading,
            Optional<Restarting> restarting,
            AuditTrail audit,
            BadgeLink link,
            Executor background,
            InstantSource time) {}

    public ServerControl(Ports ports) {
        this.ports = ports;
        this.failures = new AttemptLimiter(ports.time());
        this.noted = new NoteLimiter(ports.time());
    }

    /// The word for it in the protocol.
    public static String wordFor(ServerCommand command) {
        return command.name().toLowerCase(Locale.ROOT);
    }

    /// The badge is told what came of it, in any case.
    public void obey(ServerOrder order, Credential presented) {
        Optional<Duration> pause = failures.refusal(order.address());
        if (pause.isPresent()) {
            long seconds = pause.get().plusSeconds(1).minusNanos(1).toSeconds();
            String text = "too many wrong secrets: try again in " + seconds + " s";
            refuse(order, ErrorCode.RATE_LIMITED, text);
            return;
        }
        if (!ports.secret().test(presented)) {
            failed(order);
            return;
        }
        switch (order.command()) {
            case UPDATE_CONFIG -> beside(order, reloads, () -> reload(order));
            case RESTART -> restart(order);
        }
    }

    private void failed(ServerOrder order) {
        failures.failed(order.address());
        if (noted.admits()) {
            note(order, "", "refused");
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "command of no administrator: action={0} device={1} session={2} address={3}",
                wordFor(order.command()),
                order.device(),
                order.session(),
                order.address());
        refuse(order, ErrorCode.UNAUTHORIZED, NO_ADMINISTRATOR);
    }

    /// Whatever reads the configuration.
    private void beside(ServerOrder order, Semaphore room, Runnable work) {
        if (!room.tryAcquire()) {
            note(order, BY_SECRET, "busy");
            refuse(order, ErrorCode.BUSY, "the configuration is being read: send it again");
            return;
        }
        ports.background().execute(() -> guarded(order, room, work));
    }

    /// The edge of a thread: whatever breaks is logged, and the badge gets an answer (MSG-4).
    private void guarded(ServerOrder order, Semaphore room, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "reading the configuration failed", failure);
            note(order, BY_SECRET, "failed");
            String text = "the server failed on this request: it is logged there";
            refuse(order, ErrorCode.INTERNAL_ERROR, text);
        } finally {
            room.release();
        }
    }

    private void reload(ServerOrder order) {
        switch (ports.reloading().reload()) {
            case ReloadReport.Applied applied -> {
                note(order, BY_SECRET, "done");
                done(order, ReloadAnswer.of(applied));
            }
            case ReloadReport.Refused refused -> {
                note(order, BY_SECRET, "malformed");
                refuse(order, ErrorCode.INVALID_REQUEST, ReloadAnswer.of(refused));
            }
        }
    }

    private void restart(ServerOrder order) {
        Optional<Restarting> restarting = ports.restarting();
        if (restarting.isEmpty()) {
            note(order, BY_SECRET, "refused");
            String text = "this server is a part of another program: restart that";
            refuse(order, ErrorCode.INVALID_REQUEST, text);
            return;
        }
        beside(order, restarts, () -> restartIfItWouldComeBack(order, restarting.get()));
    }

    /// The answer is queued before anything is closed, and what is queued is still written.
    private void restartIfItWouldComeBack(ServerOrder order, Restarting restarting) {
        List<String> obstacles = restarting.obstacles();
        if (!obstacles.isEmpty()) {
            note(order, BY_SECRET, "malformed");
            obstacles.forEach(
                    each -> LOG.log(System.Logger.Level.WARNING, "not restarted: {0}", each));
            refuse(order, ErrorCode.INVALID_REQUEST, ReloadAnswer.ofRestart(obstacles));
            return;
        }
        note(order, BY_SECRET, "done");
        LOG.log(
                System.Logger.Level.INFO,
                "restart: device={0} session={1} address={2}",
                order.device(),
                order.session(),
                order.address());
        done(order, "the server restarts: come back in some seconds");
        begin(order, restarting);
    }

    /// Answered already, so whatever breaks is only logged.
    private void begin(ServerOrder order, Restarting restarting) {
        try {
            restarting.restart();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "the restart failed", failure);
            note(order, BY_SECRET, "failed");
        }
    }

    private void done(ServerOrder order, String text) {
        var receipt = new BadgeMessage.ServerReceipt(order.command(), text, order.rid());
        ports.link().send(order.session(), receipt);
    }

    private void refuse(ServerOrder order, ErrorCode code, String text) {
        String action = wordFor(order.command());
        var error = new BadgeMessage.FeatureError(FEATURE, action, code, text, order.rid());
        ports.link().send(order.session(), error);
    }

    private void note(ServerOrder order, String who, String result) {
        ports.audit()
                .note(
                        new AuditTrail.Entry(
                                who,
                                order.address(),
                                wordFor(order.command()),
                                order.device().value(),
                                result));
    }
}
