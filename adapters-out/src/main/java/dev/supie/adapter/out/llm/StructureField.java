package dev.supie.adapter.out.llm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a model is asked to say of a message (PEER-4), with the names under which models return it
/// anyway.
enum StructureField {
    CATEGORY("category"),
    SUMMARY("summary"),
    TITLE("title"),
    PRIORITY("priority"),
    DUE("due"),
    ASSIGNEES("assignees");

    private static final Set<String> CATEGORY_NAMES = Set.of("type", "kind", "类别", "分类", "类型");
    private static final Set<String> SUMMARY_NAMES = Set.of("abstract", "摘要", "总结", "概要");
    private static final Set<String> TITLE_NAMES = Set.of("subject", "标题", "主题");
    private static final Set<String> PRIORITY_NAMES = Set.of("urgency", "优先级", "紧急程度");
    private static final Set<String> DUE_NAMES =
            Set.of("duedate", "deadline", "截止", "截止日期", "截止时间", "期限");
    private static final Set<String> ASSIGNEE_NAMES =
            Set.of("assignee", "owner", "owners", "assignedto", "负责人");

    private final String key;

    StructureField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// The field that a model meant by this key; `due_date` and `dueDate` are one name.
    static Optional<StructureField> named(String name) {
        StringBuilder letters = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String plain = letters.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.key.equals(plain) || field.otherNames().contains(plain))
                .findFirst();
    }

    private Set<String> otherNames() {
        return switch (this) {
            case CATEGORY -> CATEGORY_NAMES;
            case SUMMARY -> SUMMARY_NAMES;
            case TITLE -> TITLE_NAMES;
            case PRIORITY -> PRIORITY_NAMES;
            case DUE -> DUE_NAMES;
            case ASSIGNEES -> ASSIGNEE_NAMES;
        };
    }
}
