package dev.supie.adapter.in.mcp;

/// What a message of an assistant comes to, in the words of the Streamable HTTP transport.
public sealed interface McpAnswer {

    /// 200 with this JSON: a response, or an array of them.
    record Replied(String json) implements McpAnswer {}

    /// 202: nothing in it asked for a response.
    record Accepted() implements McpAnswer {}

    /// 400 with this JSON: it cannot be understood.
    record Refused(String json) implements McpAnswer {}
}
