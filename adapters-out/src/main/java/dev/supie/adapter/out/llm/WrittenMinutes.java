package dev.supie.adapter.out.llm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model wrote, in our form, before it is compared with what was said.
///
/// @param title empty if there was none
/// @param lists a list that the model did not mention is not in here; one that it left empty is
/// @param jsonLength characters of the answer's JSON, for the log (MTG-8)
record WrittenMinutes(String title, Map<MinutesField, List<Line>> lists, int jsonLength) {

    WrittenMinutes {
        lists = Map.copyOf(lists);
    }

    /// @param segment the segment that the model names, or [#NO_SEGMENT]
    record Line(String text, long segment) {

        /// Segments count from 1.
        static final long NO_SEGMENT = 0;
    }

    /// The lines of a list, if the model mentioned it.
    Optional<List<Line>> lines(MinutesField field) {
        return Optional.ofNullable(lists.get(field));
    }

    boolean isEmpty() {
        return lists.values().stream().allMatch(List::isEmpty);
    }
}
