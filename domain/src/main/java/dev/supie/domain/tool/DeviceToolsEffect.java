package dev.supie.domain.tool;

/// What follows for the world outside. All of it is best effort: whatever is lost is given up at
/// its deadline.
public sealed interface DeviceToolsEffect {

    /// The badge is asked.
    record Send(DeviceRequest request) implements DeviceToolsEffect {}

    /// Whoever has this ticket is told; once for each.
    record Settle(long ticket, CallResult result) implements DeviceToolsEffect {}
}
