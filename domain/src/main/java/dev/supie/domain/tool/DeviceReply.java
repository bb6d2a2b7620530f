package dev.supie.domain.tool;

import java.util.List;

/// What a badge answers to a [DeviceRequest], by its shape; whether it fits the request is for the
/// rules.
public sealed interface DeviceReply {

    /// Some tools.
    ///
    /// @param nextCursor names the next page; empty for none
    record Page(List<DeviceTool> tools, String nextCursor) implements DeviceReply {
        public Page {
            tools = List.copyOf(tools);
        }
    }

    /// What came of a call.
    record Content(String text, boolean isError) implements DeviceReply {}

    /// It will not or cannot. Firmware gives no code, only words.
    record Refused(String message) implements DeviceReply {}

    /// Some other result.
    record Done() implements DeviceReply {}
}
