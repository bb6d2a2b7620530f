package dev.supie.domain.tool;

/// What happens to the tools of a connection's badge.
public sealed interface DeviceToolsCommand {

    /// A hello with `features.mcp` has come (CON-2).
    record Announce() implements DeviceToolsCommand {}

    /// @param request what it answers
    record Answer(int request, DeviceReply reply) implements DeviceToolsCommand {}

    /// @param ticket chosen by whoever waits; never the same twice
    /// @param name legal, as it was offered
    /// @param arguments the text of a JSON object
    record Call(long ticket, String name, String arguments) implements DeviceToolsCommand {}

    /// It may be time for something.
    record DeadlineReached() implements DeviceToolsCommand {}

    /// The connection has ended.
    record End() implements DeviceToolsCommand {}
}
