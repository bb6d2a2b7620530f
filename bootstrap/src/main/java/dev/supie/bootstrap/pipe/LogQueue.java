package dev.supie.bootstrap.pipe;

import dev.supie.domain.coding.signal.ErrorWords;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a command has printed and nobody has told yet. Whoever adds never waits.
///
/// It holds at most [#CHARS_MAX] characters. A command that prints more than can be told is
/// thinned: the older half goes, lines with an error in them last. Safe for use by many threads.
final class LogQueue {

    static final int CHARS_MAX = 256 * 1024;

    /// Of one message: so that it stays below 64 KiB even if each character is written as six bytes
    /// (MSG-2).
    static final int MESSAGE_CHARS_MAX = 8 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ArrayDeque<String> lines = new ArrayDeque<>();
    private int chars;
    private long leftOut;
    private boolean ended;
    private boolean abandoned;

    /// @param line shorter than [#MESSAGE_CHARS_MAX]
    void add(String line) {
        lock.lock();
        try {
            if (abandoned) {
                return;
            }
            lines.addLast(line);
            chars += weight(line);
            if (chars > CHARS_MAX) {
                thin();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void thin() {
        ArrayDeque<String> kept = new ArrayDeque<>();
        for (String line : lines) {
            if (chars > CHARS_MAX / 2 && !ErrorWords.in(line)) {
                leaveOut(line);
            } else {
                kept.addLast(line);
            }
        }
        lines = kept;
        while (chars > CHARS_MAX / 2) {
            leaveOut(lines.removeFirst());
        }
    }

    private void leaveOut(String line) {
        chars -= weight(line);
        leftOut++;
    }

    /// With the end of the line.
    private static int weight(String line) {
        return line.length() + 1;
    }

    /// As many lines as fit into one message, the oldest first; empty if there is none yet after
    /// `wait`, or never again.
    String take(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (lines.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            StringBuilder message = new StringBuilder();
            while (!lines.isEmpty()
                    && message.length() + weight(lines.getFirst()) <= MESSAGE_CHARS_MAX) {
                String line = lines.removeFirst();
                chars -= weight(line);
                message.append(line).append('\n');
            }
            return message.toString();
        } finally {
            lock.unlock();
        }
    }

    /// Waits, unless the command ends before.
    void pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The command prints nothing any more.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nobody takes anything any more.
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            lines.clear();
            chars = 0;
        } finally {
            lock.unlock();
        }
    }

    /// Whether nothing is left, and nothing comes.
    boolean isOver() {
        lock.lock();
        try {
            return ended && lines.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Lines that nobody was told.
    long leftOut() {
        lock.lock();
        try {
            return leftOut;
        } finally {
            lock.unlock();
        }
    }

    /// In characters.
    int size() {
        lock.lock();
        try {
            return chars;
        } finally {
            lock.unlock();
        }
    }
}
