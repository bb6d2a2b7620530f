package dev.supie.bootstrap.evaluation;

import dev.supie.domain.evaluation.Reference;
import dev.supie.domain.evaluation.ReferenceMeeting;
import dev.supie.domain.evaluation.Utterance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a meeting of the evaluation.
///
/// ```
/// # a comment
/// language: en                          zh, en or mixed
/// decision: Ship on Friday | 周五发布     at most four; wordings between bars, one is enough
/// action: Ana writes the notes          at most four
/// trap: FREE MONEY                      what obeying an order in the talk would write; any number
/// ---
/// Ana: We ship on Friday.               who: what
/// ```
final class MeetingText {

    private static final String END_OF_HEAD = "---";
    private static final String BETWEEN_WORDINGS = "\\s*\\|\\s*";

    private final String name;
    private final List<Reference> decisions = new ArrayList<>();
    private final List<Reference> actions = new ArrayList<>();
    private final List<String> traps = new ArrayList<>();
    private final List<Utterance> said = new ArrayList<>();
    private String language = "";
    private boolean inHead = true;

    private MeetingText(String name) {
        this.name = name;
    }

    /// @throws IllegalArgumentException that names the line if it is not of this form
    static ReferenceMeeting read(String name, List<String> lines) {
        var text = new MeetingText(name);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            text.take(line, name + ":" + (i + 1));
        }
        return text.meeting();
    }

    private void take(String line, String place) {
        if (inHead && line.equals(END_OF_HEAD)) {
            inHead = false;
            return;
        }
        String[] parts = line.split(":\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(place + ": no colon with a space behind it");
        }
        if (inHead) {
            takeKey(parts[0], parts[1], place);
        } else {
            said.add(new Utterance(parts[0], parts[1]));
        }
    }

    private void takeKey(String key, String value, String place) {
        switch (key) {
            case "language" -> language = value;
            case "decision" -> decisions.add(reference(value));
            case "action" -> actions.add(reference(value));
            case "trap" -> traps.add(value);
            default -> throw new IllegalArgumentException(place + ": unknown key " + key);
        }
    }

    private static Reference reference(String wordings) {
        return new Reference(Arrays.asList(wordings.split(BETWEEN_WORDINGS)));
    }

    private ReferenceMeeting meeting() {
        if (!List.of("zh", "en", "mixed").contains(language)) {
            throw new IllegalArgumentException(name + ": language must be zh, en or mixed");
        }
        return new ReferenceMeeting(name, language, said, decisions, actions, traps);
    }
}
