package dev.supie.adapter.in.http;

import dev.supie.domain.task.GroupKey;

import java.util.regex.Pattern;

/// The name under which a browser keeps an exported list: plain, because keys of groups may have
/// colons and whatever else a file system takes for something else.
final class TaskFileName {

    private static final Pattern UNUSABLE = Pattern.compile("[^a-z0-9_-]+");

    private TaskFileName() {}

    static String disposition(GroupKey group, String extension) {
        String name = UNUSABLE.matcher(group.value()).replaceAll("-").replaceAll("^-+|-+$", "");
        return "attachment; filename=\"tasks"
                + (name.isEmpty() ? "" : "-" + name)
                + "."
                + extension
                + "\"";
    }
}
