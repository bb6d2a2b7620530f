package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// MTG-4, MTG-5: a meeting of eight hours needs no more memory than a short one, and its minutes
/// draw on all of it.
final class LongMeetingTest {

    private static final Duration DAY = Duration.ofHours(8);
    private static final int SNIPPETS = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final int SHORT_SNIPPETS = 208;
    private static final long GROWTH_BYTES_MAX = 1_000_000;
    private static final int COLLECTIONS_MAX = 20;

    /// What threads left by other tests may take meanwhile.
    private static final long STILL_BYTES_MAX = 50_000;

    private static final int SNIPPETS_AN_HOUR = SNIPPETS / 8;
    private static final Pattern NUMBER = Pattern.compile("item (\\d+)");
    private static final List<String> THINGS =
            List.of("battery", "update", "pilot", "antenna", "display", "budget");

    @Test
    void eightHoursNeedNoMoreMemoryThanTenMinutes(@TempDir Path folder)
            throws DatabaseOpenException {
        try (LongMeeting meeting = new LongMeeting(folder)) {
            // Loads every class.
            meeting.hold(HOUR, SNIPPETS_AN_HOUR, LongMeetingTest::said);
            meeting.finish();

            meeting.hold(SHORT, SHORT_SNIPPETS, LongMeetingTest::said);
            long afterShort = liveBytes(meeting);
            meeting.finish();

            meeting.hold(DAY, SNIPPETS, LongMeetingTest::said);
            long growth = liveBytes(meeting) - afterShort;
            Summary summary = meeting.finish();

            assertTrue(growth < GROWTH_BYTES_MAX, () -> "the heap grew by " + growth + " bytes");
            assertDrawsOnTheFirstHour(summary);
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

    /// What is reachable, once collecting does not change it any more.
    private static long liveBytes(LongMeeting meeting) {
        meeting.tidyUpDatabase();
        long before = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS_MAX; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (Math.abs(before - now) < STILL_BYTES_MAX) {
                return now;
            }
            before = now;
        }
        throw new AssertionError("the heap does not come to rest");
    }
}
