package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.domain.tool.DeviceReply;
import dev.supie.domain.tool.DeviceTool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of a badge's tools (T28). A tool that is not understood is left out, because the others
/// are still of use.
final class ToolPageReader {

    /// Of a tool that says nothing about arguments.
    private static final String NO_ARGUMENTS = "{\"type\":\"object\",\"properties\":{}}";

    private static final String PEOPLE = "user";
    private static final String MODELS = "assistant";

    private ToolPageReader() {}

    static DeviceReply.Page read(JsonNode result) {
        List<DeviceTool> tools = new ArrayList<>();
        for (JsonNode each : result.path("tools")) {
            tool(each).ifPresent(tools::add);
        }
        JsonNode cursor = result.path("nextCursor");
        return new DeviceReply.Page(tools, cursor.isTextual() ? cursor.textValue() : "");
    }

    private static Optional<DeviceTool> tool(JsonNode tool) {
        JsonNode name = tool.path("name");
        JsonNode schema = tool.path("inputSchema");
        boolean silent = FieldReader.isAbsent(schema);
        if (!name.isTextual() || !(silent || schema.isObject())) {
            return Optional.empty();
        }
        JsonNode description = tool.path("description");
        return Optional.of(
                new DeviceTool(
                        name.textValue(),
                        description.isTextual() ? description.textValue() : "",
                        silent ? NO_ARGUMENTS : schema.toString(),
                        isForPeople(tool.path("annotations").path("audience"))));
    }

    /// Nobody named means everybody.
    private static boolean isForPeople(JsonNode audience) {
        return names(audience, PEOPLE) && !names(audience, MODELS);
    }

    private static boolean names(JsonNode audience, String wanted) {
        for (JsonNode each : audience) {
            if (wanted.equals(each.textValue())) {
                return true;
            }
        }
        return false;
    }
}
