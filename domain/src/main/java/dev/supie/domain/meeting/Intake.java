package dev.supie.domain.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The door of a meeting: lets snippets in by the rules of MTG-3 and keeps them until the push
/// clock merges them.
///
/// @param lastNumber of the newest accepted snippet, 0 at first
/// @param lastAt when that came; the start of the meeting at first
/// @param pending accepted but not yet part of a segment, at most [#PENDING_MAX]
/// @param recent what was accepted within [#REPEAT_WINDOW], at most [#RATE_MAX] a second
public record Intake(long lastNumber, Instant lastAt, List<Snippet> pending, List<Heard> recent) {

    public static final int PENDING_MAX = 200;

    /// Snippets accepted in any one second.
    public static final int RATE_MAX = 10;

    /// The same text within this time is a repeat.
    public static final Duration REPEAT_WINDOW = Duration.ofSeconds(60);

    /// A longer speaker name or tag is cut; the badge's own name never is.
    public static final int LABEL_CHARS_MAX = 64;

    public Intake {
        pending = List.copyOf(pending);
        recent = List.copyOf(recent);
    }

    static Intake startedAt(Instant start) {
        return new Intake(0, start, List.of(), List.of());
    }

    /// A text that was accepted, to recognise its repeat.
    public record Heard(String text, Instant at) {}

    /// What came of a batch.
    ///
    /// @param dropped over a limit
    /// @param ignored blank or repeated
    record Batch(Intake next, List<Snippet> accepted, int dropped, int ignored) {}

    /// @param self the badge's own name: whatever has no speaker was said by it (MTG-2)
    Batch take(List<SnippetInput> items, String self, TermMap terms, Instant now) {
        List<Snippet> accepted = new ArrayList<>();
        List<Heard> heard = new ArrayList<>(recent);
        heard.removeIf(old -> !old.at().isAfter(now.minus(REPEAT_WINDOW)));
        int dropped = 0;
        int ignored = 0;
        for (SnippetInput item : items) {
            String text = textOf(item, terms);
            if (text.isBlank() || heard.stream().anyMatch(old -> old.text().equals(text))) {
                ignored++;
            } else if (isFull(accepted.size()) || isTooFast(heard, now)) {
                dropped++;
            } else {
                long number = lastNumber + accepted.size() + 1;
                String speaker = speaker(item.speaker(), self);
                accepted.add(new Snippet(number, now, label(item.tag()), speaker, text));
                heard.add(new Heard(text, now));
            }
        }
        return new Batch(with(accepted, heard, now), accepted, dropped, ignored);
    }

    /// The terms come last but the limit still holds: a short term may stand for a long one.
    private static String textOf(SnippetInput item, TermMap terms) {
        return SnippetText.normalised(terms.apply(SnippetText.normalised(item.text())));
    }

    private Intake with(List<Snippet> accepted, List<Heard> heard, Instant now) {
        List<Snippet> waiting = new ArrayList<>(pending);
        waiting.addAll(accepted);
        return new Intake(
                lastNumber + accepted.size(), accepted.isEmpty() ? lastAt : now, waiting, heard);
    }

    private boolean isFull(int acceptedNow) {
        return pending.size() + acceptedNow >= PENDING_MAX;
    }

    /// What was accepted later than now, by a clock that has been set back, is no haste.
    private static boolean isTooFast(List<Heard> heard, Instant now) {
        Instant secondAgo = now.minusSeconds(1);
        return heard.stream()
                        .filter(old -> old.at().isAfter(secondAgo) && !old.at().isAfter(now))
                        .count()
                >= RATE_MAX;
    }

    private static String speaker(String raw, String self) {
        String label = label(raw);
        return label.isEmpty() || raw.equals(self) ? self : label;
    }

    private static String label(String raw) {
        String label = SnippetText.normalised(raw);
        if (label.length() <= LABEL_CHARS_MAX) {
            return label;
        }
        int end =
                Character.isHighSurrogate(label.charAt(LABEL_CHARS_MAX - 1))
                        ? LABEL_CHARS_MAX - 1
                        : LABEL_CHARS_MAX;
        return label.substring(0, end).stripTrailing();
    }

    Intake emptied() {
        return new Intake(lastNumber, lastAt, List.of(), recent);
    }
}
