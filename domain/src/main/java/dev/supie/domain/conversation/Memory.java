package dev.supie.domain.conversation;

import dev.supie.domain.kernel.Characters;

import java.util.ArrayList;
import java.util.List;

/// What is remembered of talking with one badge: its last turns word by word, and notes of what was
/// talked about before. Bounded, so that it never grows however long the badge is used.
///
/// @param turns the oldest first
/// @param notes one line for each turn that is no longer remembered word by word, the oldest first
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

    private static <T> List<T> last(List<T> all, int max) {
        return List.copyOf(all.subList(Math.max(0, all.size() - max), all.size()));
    }

    private static String line(String text) {
        String line = Characters.line(text, codePoint -> !Characters.isControl(codePoint));
        return Exchange.cut(line, NOTE_CHARS_MAX).strip();
    }
}
