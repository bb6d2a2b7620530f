package dev.supie.application.task.port;

import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.GroupKey;

import java.util.List;

/// One decided step of a board, ready to be stored.
///
/// @param next the board after the step; its version is one more than that of the board the
///   decision was made on, so the first step of a board makes version 1
/// @param stores what is different in it; a task whose own version is 1 is new
public record BoardStep(Board next, List<BoardEffect.Store> stores) {

    public BoardStep {
        if (next.version() < 1) {
            throw new IllegalArgumentException("a step leads to version 1 at least");
        }
        stores = List.copyOf(stores);
    }

    public GroupKey group() {
        return next.group();
    }

    /// The version that the decision was made on; 0 for a board that was never stored.
    public long expectedVersion() {
        return next.version() - 1;
    }
}
