package dev.supie.domain.conversation;

import dev.supie.domain.kernel.Characters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is remembered of talking with one badge: its last turns word by word, and notes of what was
/// talked about before. Bounded, so that it never grows however long the badge is used.
///
/// @param turns the oldest first
/// @param notes one line for each turn that is no longer remembered word by word, the oldest first:
///   its question, until somebody has a better one
public record Memory(List<Exchange> turns, List<String> notes) {

    public static final int TURNS_MAX = 8;
    public static final int NOTES_MAX = 20;
    public static final int NOTE_CHARS_MAX = 120;

    public static final Memory NOTHING = new Memory(List.of(), List.of());

    public Memory {
        turns = last(turns, TURNS_MAX);
        notes =
                last(
                        notes.stream().map(Memory::line).filter(note -> !note.isEmpty()).toList(),
                        NOTES_MAX);
    }

    /// With one turn more; what is too much for the turns becomes a note, and what is too much for
    /// the notes is forgotten.
    public Memory with(Exchange exchange) {
        List<Exchange> next = new ArrayList<>(turns);
        next.add(exchange);
        List<String> noted = new ArrayList<>(notes);
        while (next.size() > TURNS_MAX) {
            noted.add(next.removeFirst().question());
        }
        return new Memory(next, noted);
    }

    /// The turn that the next one makes a note of; empty if it makes none.
    public Optional<Exchange> leaving() {
        return turns.size() < TURNS_MAX
                ? Optional.empty()
                : Optional.of(turns.getFirst()).filter(turn -> !line(turn.question()).isEmpty());
    }

    /// With something better in the place of one note, and all else as it is; as it is altogether
    /// if that note is forgotten, or if the text is none.
    ///
    /// @param newer notes that came after the one that is meant
    public Memory withBetter(String text, int newer) {
        int place = notes.size() - 1 - newer;
        Optional<String> better = note(text);
        if (place < 0 || better.isEmpty()) {
            return this;
        }
        List<String> next = new ArrayList<>(notes);
        next.set(place, better.get());
        return new Memory(turns, next);
    }

    /// A text as a note: on one line, without control characters. Empty if nothing is left of it,
    /// or more than [#NOTE_CHARS_MAX]: what somebody else ends in the middle may say the contrary.
    public static Optional<String> note(String text) {
        String line = oneLine(text);
        return Optional.of(line).filter(each -> !each.isEmpty() && each.length() <= NOTE_CHARS_MAX);
    }

    private static <T> List<T> last(List<T> all, int max) {
        return List.copyOf(all.subList(Math.max(0, all.size() - max), all.size()));
    }

    private static String line(String text) {
        return Exchange.cut(oneLine(text), NOTE_CHARS_MAX).strip();
    }

    private static String oneLine(String text) {
        return Characters.line(text, codePoint -> !Characters.isControl(codePoint));
    }
}
