package dev.supie.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// WF-1, WF-6: what the fields of a task may be.
final class TaskValuesTest {

    @ParameterizedTest
    @CsvSource({
        "'  paint   the wall ', paint the wall",
        "'line one\nline two', line one line two",
        "'a\u0000b\u202Ec\u200B', abc",
        "修理 打印机, 修理 打印机",
        "'👩\u200D💻 works', '👩\u200D💻 works'"
    })
    void aTitleStandsOnOneLine(String raw, String title) {
        assertEquals(Optional.of(new Title(title)), Title.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "\u200B", "\u0000"})
    void whatIsNoTitle(String raw) {
        assertEquals(Optional.empty(), Title.of(raw));
    }

    @Test
    void aTitleIsCountedAsPeopleCount() {
        assertTrue(Title.of("😀".repeat(Title.LENGTH_MAX)).isPresent());
        assertTrue(Title.of("😀".repeat(Title.LENGTH_MAX + 1)).isEmpty());
        assertTrue(Title.of(" ".repeat(1000) + "x").isPresent());
    }

    @Test
    void notesKeepTheirLines() {
        assertEquals("one\n\ttwo\nthree", notes(" one\r\n\ttwo\rthree\u0000 \n"));
        assertEquals("", notes("  "));
        assertTrue(TaskNotes.of("n".repeat(TaskNotes.LENGTH_MAX)).isPresent());
        assertTrue(TaskNotes.of("n".repeat(TaskNotes.LENGTH_MAX + 1)).isEmpty());
    }

    private static String notes(String raw) {
        return TaskNotes.of(raw).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({"' t1 ', t1", "MEET-7-A1, MEET-7-A1", "任务 一, 任务 一"})
    void anIdIsTakenAsItIs(String raw, String id) {
        assertEquals(Optional.of(new TaskId(id)), TaskId.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void whatIsNoId(String raw) {
        assertEquals(Optional.empty(), TaskId.of(raw));
    }

    @Test
    void idsAndOwnersHaveLimits() {
        assertTrue(TaskId.of("i".repeat(TaskId.LENGTH_MAX)).isPresent());
        assertTrue(TaskId.of("i".repeat(TaskId.LENGTH_MAX + 1)).isEmpty());
        assertTrue(Owner.of("o".repeat(Owner.LENGTH_MAX)).isPresent());
        assertTrue(Owner.of("o".repeat(Owner.LENGTH_MAX + 1)).isEmpty());
    }

    @Test
    void everyBadgeWithTheLongestAliasIsAnOwner() {
        DeviceId longest = new DeviceId("d".repeat(DeviceId.LENGTH_MAX));

        Owner owner = Owner.of(longest, "a".repeat(Owner.ALIAS_LENGTH_MAX));

        assertTrue(owner.isDevice(longest));
    }

    @Test
    void anOwnerIsABadgeUnderAnyAlias() {
        DeviceId badge = new DeviceId("aa:01");

        assertEquals("Li|aa:01", Owner.of(badge, "Li").value());
        assertEquals("aa:01", Owner.of(badge, "").value());
        assertTrue(new Owner("Wang|AA:01").isDevice(badge));
        assertTrue(new Owner("aa:01").isDevice(badge));
        assertFalse(new Owner("Li").isDevice(badge));
        assertFalse(new Owner("xaa:01").isDevice(badge));
        assertFalse(new Owner("Li|aa:01|x").isDevice(badge));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void thereAreFourPriorities(int level) {
        assertFalse(Priority.exists(level));
        assertThrows(IllegalArgumentException.class, () -> new Priority(level));
    }

    @Test
    void zeroIsTheMostUrgent() {
        assertTrue(new Priority(0).compareTo(Priority.USUAL) < 0);
        assertEquals(2, Priority.USUAL.level());
    }

    @Test
    void whatCannotBeStoredIsReplacedInWhatIsUnknown() {
        Extras extras = new Extras(Map.of("a\u0000", "\"\uD83D\""));

        assertEquals(Map.of("a\uFFFD", "\"\uFFFD\""), extras.fields());
        assertEquals(Extras.NONE, extras.without("a\u0000"));
    }

    @Test
    void cleaningTwiceChangesNothing() {
        Seeded seeded = new Seeded(17);
        for (int i = 0; i < 2000; i++) {
            String raw = seeded.text(12);
            String line = PlainText.line(raw);
            String lines = PlainText.lines(raw);
            assertEquals(line, PlainText.line(line), raw);
            assertEquals(lines, PlainText.lines(lines), raw);
            GroupKey.of(raw).ifPresent(key -> assertEquals(Optional.of(key), again(key)));
        }
    }

    private static Optional<GroupKey> again(GroupKey key) {
        return GroupKey.of(key.value());
    }

    @Test
    void theFirstSnapshotIsDueAndTheNextOnlyLater() {
        Instant last = Instant.parse("2026-11-21T09:00:00Z");
        Instant next = last.plus(SnapshotRule.SPACING);

        assertTrue(SnapshotRule.isDue(Instant.MIN, last));
        assertFalse(SnapshotRule.isDue(last, last));
        assertFalse(SnapshotRule.isDue(last, next.minusNanos(1)));
        assertTrue(SnapshotRule.isDue(last, next));
        assertTrue(SnapshotRule.isDue(last, next.plusNanos(1)));
    }
}
