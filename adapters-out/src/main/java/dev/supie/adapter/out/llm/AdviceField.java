package dev.supie.adapter.out.llm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The lists of advice as a model is asked for them (COD-4), with the names under which models
/// return them anyway.
enum AdviceField {
    INSIGHTS("insights"),
    RISKS("risks"),
    ACTIONS("actions"),
    NEXT_STEPS("nextSteps");

    private static final Set<String> INSIGHT_NAMES =
            Set.of("insight", "findings", "summary", "analysis", "问题", "洞察", "结论");
    private static final Set<String> RISK_NAMES = Set.of("risk", "warnings", "风险");
    private static final Set<String> ACTION_NAMES =
            Set.of("action", "fixes", "suggestions", "recommendations", "行动", "建议", "操作");
    private static final Set<String> NEXT_STEP_NAMES =
            Set.of("nextstep", "followups", "下一步", "后续步骤");

    private final String key;

    AdviceField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// The field that a model meant by this key; `next_steps` and `Next Steps` are one name.
    static Optional<AdviceField> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(
                        field ->
                                plain(field.key).equals(plain)
                                        || field.otherNames().contains(plain))
                .findFirst();
    }

    private Set<String> otherNames() {
        return switch (this) {
            case INSIGHTS -> INSIGHT_NAMES;
            case RISKS -> RISK_NAMES;
            case ACTIONS -> ACTION_NAMES;
            case NEXT_STEPS -> NEXT_STEP_NAMES;
        };
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
