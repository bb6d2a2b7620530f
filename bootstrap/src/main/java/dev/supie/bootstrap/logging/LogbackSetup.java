package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sets Logback up in code; found by Logback itself as a service when the first logger is made.
/// What is configured comes later ([Logging#start]).
///
/// A `logback.xml` would say the same, but reading it costs a start about 0.4 s on two cores. An
/// operator who wants a file of their own names it with `-Dlogback.configurationFile=...`.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogbackSetup extends ContextAwareBase implements Configurator {

    private static final String OWN_FILE = "logback.configurationFile";

    /// Until it is known what is configured.
    private static final int CHARS_MAX = 2000;

    /// For Logback's service loader.
    public LogbackSetup() {}

    /// Whether an operator has set Logback up otherwise.
    static boolean isOverruled() {
        return System.getProperty(OWN_FILE) != null;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (isOverruled()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var layout = new OneLineLayout(new EventText(CHARS_MAX));
        root.addAppender(new LogOutputs(context).console(layout));
        root.setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
