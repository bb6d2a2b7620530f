package dev.supie.adapter.in.http;

import java.time.ZoneOffset;

/// The forms in which a meeting can be handed out.
enum ExportKind {
    MARKDOWN("md", "text/markdown; charset=UTF-8"),
    JSON("json", "application/json"),
    PLAIN("txt", "text/plain; charset=UTF-8");

    private final String extension;
    private final String contentType;

    ExportKind(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }

    /// For one meeting and one use.
    ExportFormat format(MeetingBody meeting, ZoneOffset timezone) {
        return switch (this) {
            case MARKDOWN -> new MarkdownExport(meeting, timezone);
            case JSON -> new JsonExport(meeting);
            case PLAIN -> new PlainExport(meeting, timezone);
        };
    }
}
