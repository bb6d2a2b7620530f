package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

import dev.supie.application.administration.port.LogLevels;

import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.Optional;

/// How much is logged, as Logback has it. Where another logger is in its place, nothing can be
/// changed and everything is at INFO.
public final class LogbackLevels implements LogLevels {

    @Override
    public Level of(String name) {
        return context().map(all -> shown(nearest(all, name))).orElse(Level.INFO);
    }

    @Override
    public boolean set(String name, Level level) {
        return !isAudit(name) && context().map(all -> set(all, name, level)).orElse(false);
    }

    /// Otherwise whoever is watched by it could switch it off.
    private static boolean isAudit(String name) {
        return (name + ".").startsWith(AuditLog.LOGGER + ".");
    }

    private static boolean set(LoggerContext all, String name, Level level) {
        boolean known = all.exists(own(name)) != null;
        long apart = all.getLoggerList().stream().filter(one -> one.getLevel() != null).count();
        if (!known && apart >= NAMES_MAX) {
            return false;
        }
        all.getLogger(own(name)).setLevel(ofLogback(level));
        return true;
    }

    /// Without making a logger, because those are never forgotten.
    private static ch.qos.logback.classic.Level nearest(LoggerContext all, String name) {
        for (String part = name; !part.isEmpty(); part = parent(part)) {
            Logger there = all.exists(part);
            if (there != null) {
                return there.getEffectiveLevel();
            }
        }
        return all.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getLevel();
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String own(String name) {
        return name.isEmpty() ? org.slf4j.Logger.ROOT_LOGGER_NAME : name;
    }

    private static Optional<LoggerContext> context() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext all
                ? Optional.of(all)
                : Optional.empty();
    }

    private static ch.qos.logback.classic.Level ofLogback(Level level) {
        return ch.qos.logback.classic.Level.toLevel(level.name());
    }

    /// Logback also knows `ALL`, which says no more than TRACE, and `OFF`, which only those set who
    /// have a file of their own.
    private static Level shown(ch.qos.logback.classic.Level level) {
        return Arrays.stream(Level.values())
                .filter(one -> one.name().equals(level.toString()))
                .findFirst()
                .orElse(
                        level.toInt() < ch.qos.logback.classic.Level.TRACE_INT
                                ? Level.TRACE
                                : Level.ERROR);
    }
}
