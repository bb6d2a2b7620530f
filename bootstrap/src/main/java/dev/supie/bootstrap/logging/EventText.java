package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

import dev.supie.domain.kernel.SecretMask;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What an event says, fit to be kept (LOG-1): without secrets, and of a message that is too long
/// head and tail.
///
/// @param charsMax of a message, and of the message of each exception
record EventText(int charsMax) {

    /// Of a chain of exceptions, this many from the outermost on.
    static final int CAUSES_MAX = 8;

    /// Of each exception's stack, this many frames from where it was thrown.
    static final int FRAMES_MAX = 12;

    void appendMessage(ILoggingEvent event, StringBuilder line) {
        append(String.valueOf(event.getFormattedMessage()), line);
    }

    /// Each exception of the chain with its innermost frames, joined by bars; a line must stay
    /// readable.
    Optional<String> causes(ILoggingEvent event) {
        IThrowableProxy current = event.getThrowableProxy();
        if (current == null) {
            return Optional.empty();
        }
        var causes = new StringBuilder();
        for (int i = 0; current != null && i < CAUSES_MAX; i++) {
            causes.append(i == 0 ? "" : " | caused by ").append(current.getClassName());
            appendMessage(causes, current.getMessage());
            StackTraceElementProxy[] frames = current.getStackTraceElementProxyArray();
            for (int frame = 0; frame < Math.min(frames.length, FRAMES_MAX); frame++) {
                causes.append(" | ").append(frames[frame].getSTEAsString());
            }
            current = current.getCause();
        }
        return Optional.of(causes.toString());
    }

    private void appendMessage(StringBuilder causes, @Nullable String message) {
        if (message != null) {
            append(message, causes.append(": "));
        }
    }

    private void append(String text, StringBuilder line) {
        if (text.length() <= charsMax) {
            SecretMask.appendStrictlyMasked(text, 0, text.length(), line);
            return;
        }
        int head = boundary(text, charsMax * 2 / 3);
        int tail = tailStart(text, text.length() - charsMax / 3);
        SecretMask.appendStrictlyMasked(text, 0, head, line);
        line.append(" ... (").append(tail - head).append(" characters left out) ... ");
        SecretMask.appendStrictlyMasked(text, tail, text.length(), line);
    }

    /// Behind a space: the rest of a secret whose name was cut off could not be told from other
    /// text.
    private static int tailStart(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int boundary(String text, int at) {
        boolean inside =
                Character.isHighSurrogate(text.charAt(at - 1))
                        && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }
}
