package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.ToolRequest;

import java.util.ArrayList;
import java.util.List;

/// Calls of tools, which come in pieces: the first piece of each has its name, all have its index.
/// Not safe for use by many threads.
final class ToolCallAssembly {

    /// Of one call. No tool of ours takes nearly as much.
    static final int ARGUMENTS_CHARS_MAX = 32 * 1024;

    private static final int NAME_CHARS_MAX = 256;

    private final List<Call> calls = new ArrayList<>();

    private static final class Call {
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
    }

    /// Takes a `tool_calls` of a delta, or its absence; false if that is more than there may be.
    boolean add(JsonNode deltas) {
        for (JsonNode delta : deltas) {
            // Servers that never call two at a time leave the index out.
            int index = delta.path("index").asInt(Math.max(0, calls.size() - 1));
            if (index < 0 || index > calls.size() || index >= ModelEvent.ToolsAsked.REQUESTS_MAX) {
                return false;
            }
            if (index == calls.size()) {
                calls.add(new Call());
            }
            if (!add(calls.get(index), delta)) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(Call call, JsonNode delta) {
        JsonNode function = delta.path("function");
        String id = delta.path("id").asText("");
        if (!id.isEmpty() && !id.equals("null")) {
            call.id = id;
        }
        if (function.path("name").isTextual()) {
            call.name.append(function.path("name").textValue());
        }
        if (function.path("arguments").isTextual()) {
            call.arguments.append(function.path("arguments").textValue());
        }
        return call.name.length() <= NAME_CHARS_MAX
                && call.id.length() <= NAME_CHARS_MAX
                && call.arguments.length() <= ARGUMENTS_CHARS_MAX;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /// Each with an id: a server that gives none finds its answer by ours.
    List<ToolRequest> requests() {
        List<ToolRequest> requests = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            String id = call.id.isEmpty() ? "call-" + (i + 1) : call.id;
            requests.add(new ToolRequest(id, call.name.toString(), call.arguments.toString()));
        }
        return requests;
    }
}
