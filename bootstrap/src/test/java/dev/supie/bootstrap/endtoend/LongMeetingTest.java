package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// MTG-4, MTG-5: a meeting of eight hours needs no more memory than a short one, and its minutes
/// draw on all of it.
final class LongMeetingTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration DAY = Duration.ofHours(8);
    private static final int SNIPPETS = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final int SHORT_SNIPPETS = 208;
    private static final long GROWTH_BYTES_MAX = 1_000_000;
    private static final int COLLECTIONS = 15;
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMillis(200);
    private static final int SNIPPETS_AN_HOUR = SNIPPETS / 8;
    private static final Pattern NUMBER = Pattern.compile("item (\\d+)");
    private static final List<String> THINGS =
            List.of("battery", "update", "pilot", "antenna", "display", "budget");

    /// The database is closed for the measurements: how much of its file it remembers depends on
    /// all that was ever kept, and its page cache has a limit of its own.
    @Test
    void eightHoursNeedNoMoreMemoryThanTenMinutes(@TempDir Path folder)
            throws DatabaseOpenException {
        long afterShort = liveBytesOfTenMinutes(folder.resolve("brief"));

        LongMeeting lasting = new LongMeeting(folder.resolve("lasting"), START);
        try (lasting) {
            lasting.hold(DAY, SNIPPETS, LongMeetingTest::said);
        }
        long growth = liveBytesWith(lasting) - afterShort;
        assertTrue(growth < GROWTH_BYTES_MAX, () -> "the heap grew by " + growth + " bytes");

        try (LongMeeting resumed = new LongMeeting(folder.resolve("lasting"), START.plus(DAY))) {
            resumed.start();
            assertDrawsOnTheFirstHour(resumed.finish());
        }
    }

    private static long liveBytesOfTenMinutes(Path folder) throws DatabaseOpenException {
        LongMeeting brief = new LongMeeting(folder, START);
        try (brief) {
            // Loads every class.
            brief.hold(HOUR, SNIPPETS_AN_HOUR, LongMeetingTest::said);
            brief.finish();
            brief.hold(SHORT, SHORT_SNIPPETS, LongMeetingTest::said);
        }
        return liveBytesWith(brief);
    }

    /// Counts the meeting in, although nobody uses it any more.
    private static long liveBytesWith(LongMeeting held) {
        try {
            return liveBytes();
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private static void assertDrawsOnTheFirstHour(Summary summary) {
        List<String> bullets = summary.minutes().bullets();
        assertFalse(bullets.isEmpty());
        assertTrue(
                bullets.stream().anyMatch(bullet -> number(bullet) < SNIPPETS_AN_HOUR),
                bullets::toString);
        assertEquals(DAY, summary.duration());
    }

    private static int number(String bullet) {
        Matcher matcher = NUMBER.matcher(bullet);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }

    private static String said(long number) {
        String thing = THINGS.get((int) (number % THINGS.size()));
        return "We decided that the %s gets item %d by the end of next week."
                .formatted(thing, number);
    }

    /// What is reachable: the least of several looks, because closed connections and other tests'
    /// threads give up theirs a moment later.
    private static long liveBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, now);
            LockSupport.parkNanos(BETWEEN_COLLECTIONS.toNanos());
        }
        return least;
    }
}
