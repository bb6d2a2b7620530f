package dev.supie.adapter.out.llm;

import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The lists of minutes as a model is asked for them, with the names under which models return them
/// anyway.
enum MinutesField {
    BULLETS("bullets"),
    DECISIONS("decisions"),
    ACTIONS("actions"),
    RISKS("risks"),
    NEXT_STEPS("nextSteps");

    static final String TITLE_KEY = "title";
    static final String TEXT_KEY = "text";
    static final String SEGMENT_KEY = "seg";

    private static final Set<String> TITLES = Set.of("title", "标题", "会议标题", "主题");

    private static final Set<String> BULLET_NAMES =
            Set.of("bullet", "bulletpoints", "keypoints", "points", "summary", "要点", "摘要", "会议要点");
    private static final Set<String> DECISION_NAMES =
            Set.of("decision", "keydecisions", "决定", "决策", "决议");
    private static final Set<String> ACTION_NAMES =
            Set.of("action", "actionitems", "todo", "todos", "tasks", "行动", "行动项", "待办", "待办事项");
    private static final Set<String> RISK_NAMES = Set.of("risk", "issues", "风险", "风险点");
    private static final Set<String> NEXT_STEP_NAMES =
            Set.of("nextstep", "followups", "下一步", "下一步计划", "后续步骤");

    private final String key;

    MinutesField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// The field that a model meant by this key.
    static Optional<MinutesField> named(String key) {
        String plain = plain(key);
        return Arrays.stream(values()).filter(field -> field.isNamed(plain)).findFirst();
    }

    private boolean isNamed(String plain) {
        return plain.equals(plain(key)) || otherNames().contains(plain);
    }

    private Set<String> otherNames() {
        return switch (this) {
            case BULLETS -> BULLET_NAMES;
            case DECISIONS -> DECISION_NAMES;
            case ACTIONS -> ACTION_NAMES;
            case RISKS -> RISK_NAMES;
            case NEXT_STEPS -> NEXT_STEP_NAMES;
        };
    }

    static boolean namesTitle(String key) {
        return TITLES.contains(plain(key));
    }

    /// This field's lines in notes.
    List<Note> of(Notes notes) {
        return switch (this) {
            case BULLETS -> notes.bullets();
            case DECISIONS -> notes.decisions();
            case ACTIONS -> notes.actions();
            case RISKS -> notes.risks();
            case NEXT_STEPS -> notes.nextSteps();
        };
    }

    /// `Next Steps`, `next_steps` and `nextSteps` are one name.
    private static String plain(String key) {
        var plain = new StringBuilder();
        key.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
