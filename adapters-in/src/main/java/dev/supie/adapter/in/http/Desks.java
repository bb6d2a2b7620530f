package dev.supie.adapter.in.http;

/// Whom requests are handed to; all are asked from request threads, many at once.
///
/// @param devices badges that may connect
/// @param office the running server itself
public record Desks(
        ArchiveDesk archive,
        TaskDesk tasks,
        ToolDesk tools,
        DeviceDesk devices,
        AdminDesk office) {}
