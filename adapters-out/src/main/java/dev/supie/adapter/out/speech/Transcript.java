package dev.supie.adapter.out.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The segments of one utterance and their texts, which may come in any order.
final class Transcript {

    private final List<String> texts = new ArrayList<>();
    private final Set<String> models = new LinkedHashSet<>();
    private Duration from = Duration.ZERO;
    private Duration to = Duration.ZERO;
    private int pending;

    /// Makes room for the text of one more segment; returns its number.
    int expect(Segment segment) {
        if (texts.isEmpty()) {
            from = segment.from();
        }
        to = segment.to();
        pending++;
        texts.add("");
        return texts.size() - 1;
    }

    void fill(int number, String text, String model) {
        texts.set(number, text);
        models.add(model);
        pending--;
    }

    int segments() {
        return texts.size();
    }

    boolean isComplete() {
        return pending == 0;
    }

    /// All texts there are so far, in the order in which they were spoken.
    String text() {
        return String.join(" ", texts.stream().filter(text -> !text.isEmpty()).toList());
    }

    /// The models that made it; `otherwise` if none had to.
    String models(String otherwise) {
        return models.isEmpty() ? otherwise : String.join("+", models);
    }

    Duration from() {
        return from;
    }

    Duration to() {
        return to;
    }
}
