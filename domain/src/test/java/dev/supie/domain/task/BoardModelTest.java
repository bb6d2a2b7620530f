package dev.supie.domain.task;

import static dev.supie.domain.task.BoardExamples.GROUP;
import static dev.supie.domain.task.BoardExamples.START;
import static dev.supie.domain.task.BoardExamples.WANG;
import static dev.supie.domain.task.BoardExamples.change;
import static dev.supie.domain.task.BoardExamples.claim;
import static dev.supie.domain.task.BoardExamples.complete;
import static dev.supie.domain.task.BoardExamples.delete;
import static dev.supie.domain.task.BoardExamples.extra;
import static dev.supie.domain.task.BoardExamples.give;
import static dev.supie.domain.task.BoardExamples.notes;
import static dev.supie.domain.task.BoardExamples.priority;
import static dev.supie.domain.task.BoardExamples.status;
import static dev.supie.domain.task.BoardExamples.title;
import static dev.supie.domain.task.BoardExamples.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Random commands, and whether what they say is to be stored leads from each board to the next.
final class BoardModelTest {

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsStoredIsWhatIsThere(long seed) {
        Seeded seeded = new Seeded(seed);
        Board board = Board.empty(GROUP);
        Map<TaskId, Task> stored = new HashMap<>();
        for (int step = 0; step < 400; step++) {
            BoardCommand command = command(seeded);
            switch (BoardDecider.decide(board, command, START.plusSeconds(step))) {
                case Decision.Rejected<Board, BoardEffect, BoardRejection> _ -> {}
                case Decision.Accepted<Board, BoardEffect, BoardRejection> accepted -> {
                    write(stored, accepted.effects());
                    assertStep(board, accepted, "seed " + seed + " step " + step);
                    board = accepted.next();
                }
            }
            assertEquals(board.tasks(), stored, "seed " + seed + " step " + step);
        }
    }

    private static void assertStep(
            Board before,
            Decision.Accepted<Board, BoardEffect, BoardRejection> accepted,
            String where) {
        if (accepted.effects().isEmpty()) {
            assertSame(before, accepted.next(), where);
        } else {
            assertEquals(before.version() + 1, accepted.next().version(), where);
            assertEquals(new BoardEffect.ShowBoard(), accepted.effects().getLast(), where);
        }
    }

    private static void write(Map<TaskId, Task> stored, List<BoardEffect> effects) {
        for (BoardEffect effect : effects) {
            switch (effect) {
                case BoardEffect.PutTask(Task task) -> {
                    Task before = stored.put(task.id(), task);
                    long expected = before == null ? 1 : before.stamp().version() + 1;
                    assertEquals(expected, task.stamp().version());
                }
                case BoardEffect.RemoveTask(TaskId id) -> stored.remove(id);
                case BoardEffect.ShowBoard() -> {}
            }
        }
    }

    private static BoardCommand command(Seeded seeded) {
        return switch (seeded.below(8)) {
            case 0 -> complete(seeded.oneOf(IDS));
            case 1 -> complete(seeded.oneOf(IDS), seeded.oneOf(IDS));
            case 2 -> delete(seeded.oneOf(IDS));
            case 3 -> claim(seeded.oneOf(IDS));
            case 4 -> give(seeded.oneOf(IDS), WANG);
            default -> update(changes(seeded));
        };
    }

    private static TaskChange[] changes(Seeded seeded) {
        List<TaskChange> changes = new ArrayList<>();
        int count = 1 + seeded.below(3);
        for (int i = 0; i < count; i++) {
            changes.add(change(seeded.oneOf(IDS), field(seeded), field(seeded), field(seeded)));
        }
        return changes.toArray(TaskChange[]::new);
    }

    private static FieldChange field(Seeded seeded) {
        return switch (seeded.below(8)) {
            case 0 -> priority(seeded.below(4));
            case 1 -> status(seeded.oneOf(List.of(TaskStatus.values())));
            case 2 -> notes("n" + seeded.below(3));
            case 3 -> extra("x", Integer.toString(seeded.below(3)));
            case 4 -> new FieldChange.DropExtra("x");
            default -> title("t" + seeded.below(3));
        };
    }
}
