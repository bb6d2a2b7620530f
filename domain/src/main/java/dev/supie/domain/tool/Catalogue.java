package dev.supie.domain.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The usable tools of a badge as far as they are known: at most [#TOOLS_MAX], with at most
/// [#CHARS_MAX] UTF-16 units to tell of them, because a model is told all of it each time. What
/// does not fit is left out. Of two with one name the first counts.
record Catalogue(List<DeviceTool> tools) {

    static final int TOOLS_MAX = 64;
    static final int CHARS_MAX = 32_000;

    static final Catalogue EMPTY = new Catalogue(List.of());

    Catalogue {
        tools = List.copyOf(tools);
    }

    /// With as many of these as there is room for.
    Catalogue with(List<DeviceTool> more) {
        Map<String, DeviceTool> known = new LinkedHashMap<>();
        tools.forEach(tool -> known.put(tool.name(), tool));
        int chars = tools.stream().mapToInt(DeviceTool::chars).sum();
        for (DeviceTool tool : more) {
            boolean fits = known.size() < TOOLS_MAX && chars + tool.chars() <= CHARS_MAX;
            if (tool.isUsable() && fits && !known.containsKey(tool.name())) {
                known.put(tool.name(), tool);
                chars += tool.chars();
            }
        }
        return new Catalogue(new ArrayList<>(known.values()));
    }

    /// Whether it is of no use to ask for more.
    boolean isFull() {
        return tools.size() >= TOOLS_MAX;
    }
}
