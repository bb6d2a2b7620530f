package dev.supie.bootstrap.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogManager;

/// Hears whatever anybody in this process logs, libraries and all levels included, until it is
/// closed. Far more than an operator can switch on by `log.level`.
final class EverythingSaid extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String OURS = "dev.supie";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final java.util.logging.Logger older = LogManager.getLogManager().getLogger("");
    private final Logger root;
    private final Logger ours;
    private final Optional<Level> rootBefore;
    private final Optional<Level> oursBefore;
    private final java.util.logging.Level olderBefore = older.getLevel();

    private EverythingSaid(LoggerContext context) {
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ours = context.getLogger(OURS);
        rootBefore = Optional.ofNullable(root.getLevel());
        oursBefore = Optional.ofNullable(ours.getLevel());
        setContext(context);
    }

    static EverythingSaid listen() {
        var listener = new EverythingSaid((LoggerContext) LoggerFactory.getILoggerFactory());
        listener.start();
        listener.root.addAppender(listener);
        listener.root.setLevel(Level.TRACE);
        listener.ours.setLevel(Level.TRACE);
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        listener.older.setLevel(java.util.logging.Level.ALL);
        return listener;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String failure =
                Optional.ofNullable(event.getThrowableProxy())
                        .map(ThrowableProxyUtil::asString)
                        .orElse("");
        lines.add(event.getLoggerName() + ": " + event.getFormattedMessage() + " " + failure);
    }

    List<String> linesWith(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(rootBefore.orElse(Level.WARN));
        oursBefore.ifPresentOrElse(ours::setLevel, () -> ours.setLevel(null));
        older.setLevel(olderBefore);
        stop();
    }
}
