package dev.supie.domain.tool;

/// What a badge is asked as a server of tools (T28). Ids are 32-bit numbers, because firmware drops
/// every other kind.
public sealed interface DeviceRequest {

    int id();

    record Initialize(int id) implements DeviceRequest {}

    /// @param cursor empty for the first page
    record ListTools(int id, String cursor) implements DeviceRequest {}

    /// @param name the badge's own
    /// @param arguments the text of a JSON object
    record CallTool(int id, String name, String arguments) implements DeviceRequest {}
}
