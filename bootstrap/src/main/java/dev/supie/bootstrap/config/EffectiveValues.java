package dev.supie.bootstrap.config;

import java.util.List;

/// The whole configuration as it acts, for people to look at (CFG-2): defaults included, origins
/// named, secrets masked.
public record EffectiveValues(List<EffectiveValue> values) {

    private static final int ORIGIN_COLUMN = 48;
    private static final String INDENT = "  ";

    public EffectiveValues {
        values = List.copyOf(values);
    }

    /// A configuration file that gives the same configuration again, but for the secrets.
    public String yaml() {
        var text = new StringBuilder();
        String[] before = {};
        for (EffectiveValue value : values) {
            String[] path = value.key().split("\\.", -1);
            appendSections(text, before, path);
            text.append(line(value, path)).append('\n');
            before = path;
        }
        return text.toString();
    }

    private static void appendSections(StringBuilder text, String[] before, String[] path) {
        boolean inside = true;
        for (int depth = 0; depth < path.length - 1; depth++) {
            inside = inside && depth < before.length - 1 && before[depth].equals(path[depth]);
            if (!inside) {
                text.append(INDENT.repeat(depth)).append(path[depth]).append(":\n");
            }
        }
    }

    private static String line(EffectiveValue value, String[] path) {
        String start = INDENT.repeat(path.length - 1) + path[path.length - 1] + ":";
        String setting = value.yaml().isEmpty() ? start : start + " " + value.yaml();
        String origin = value.yaml().isEmpty() ? "not set" : value.origin().text();
        String gap = " ".repeat(Math.max(2, ORIGIN_COLUMN - setting.length()));
        return setting + gap + "# " + origin;
    }
}
