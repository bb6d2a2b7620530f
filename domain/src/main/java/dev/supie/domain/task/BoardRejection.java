package dev.supie.domain.task;

import java.util.List;

/// Why the rules of a board say no. Nothing was done.
public sealed interface BoardRejection {

    /// WF-4: the board has none of these.
    record UnknownTasks(List<TaskId> ids) implements BoardRejection {
        public UnknownTasks {
            ids = List.copyOf(ids);
        }
    }

    /// These are not there yet, and cannot be created without a title.
    record TitlesMissing(List<TaskId> ids) implements BoardRejection {
        public TitlesMissing {
            ids = List.copyOf(ids);
        }
    }

    /// These would keep more than [Extras] may hold.
    record ExtrasTooLarge(List<TaskId> ids) implements BoardRejection {
        public ExtrasTooLarge {
            ids = List.copyOf(ids);
        }
    }

    /// There would be more than [Board#OPEN_MAX] open tasks.
    record TooManyOpen() implements BoardRejection {}

    /// There would be more than [Board#CHARS_MAX] characters, although nothing that is done is left
    /// to be forgotten.
    record TooMuchText() implements BoardRejection {}
}
