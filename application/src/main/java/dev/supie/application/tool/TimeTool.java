package dev.supie.application.tool;

import dev.supie.domain.task.TaskSettings;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/// What time it is where the team is (`server.timezone_offset`).
record TimeTool(InstantSource time, Supplier<TaskSettings> team) {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE, yyyy-MM-dd HH:mm:ss 'UTC'xxx", Locale.ENGLISH);

    ToolResult now() {
        return ToolResult.of(WORDS.format(time.instant().atOffset(team.get().offset())));
    }
}
