package dev.supie.domain.task;

/// How urgent a task is (WF-1).
///
/// @param level 0 is the most urgent
public record Priority(int level) implements Comparable<Priority> {

    public static final int LEVEL_MAX = 3;

    /// Of a task that says nothing.
    public static final Priority USUAL = new Priority(2);

    public Priority {
        if (!exists(level)) {
            throw new IllegalArgumentException("no priority has level " + level);
        }
    }

    /// Whether there is a priority of this level.
    public static boolean exists(long level) {
        return level >= 0 && level <= LEVEL_MAX;
    }

    /// The more urgent one comes first.
    @Override
    public int compareTo(Priority other) {
        return Integer.compare(level, other.level);
    }
}
