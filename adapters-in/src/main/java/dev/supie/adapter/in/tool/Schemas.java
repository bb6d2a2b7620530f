package dev.supie.adapter.in.tool;

import dev.supie.domain.tool.OwnTool;

/// What models are told of the arguments of each tool, as JSON Schema without white space that
/// would only cost them room.
final class Schemas {

    private static final String TASK_ID = object("\"id\":" + text("the task's id"), "id");

    private static final String LIST_TASKS =
            object(
                    "\"status\":{\"type\":\"string\",\"enum\":[\"open\",\"done\",\"all\"],"
                            + "\"description\":\"open if left out\"},\"words\":"
                            + text("only tasks with these words in title or notes"));

    private static final String ADD_TASK =
            object(
                    "\"title\":"
                            + text("what is to be done, in one line of at most 200 characters")
                            + ",\"priority\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":3,"
                            + "\"description\":\"0 is most urgent, 2 is usual\"},\"due\":"
                            + text("a date like 2026-11-30, or a time like 2026-11-30T17:00")
                            + ",\"notes\":"
                            + text("more about it")
                            + ",\"owner\":"
                            + text("who shall do it; the caller if left out"),
                    "title");

    private static final String FIND_MEETINGS =
            object(
                    "\"words\":"
                            + text("all of these words must occur; the latest if left out")
                            + ",\"limit\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":20}");

    private static final String READ_MINUTES =
            object("\"meeting\":" + text("an id of find_meetings; the latest if left out"));

    private static final String READ_TRANSCRIPT =
            object(
                    "\"meeting\":"
                            + text("an id of find_meetings")
                            + ",\"from\":{\"type\":\"integer\",\"minimum\":1,"
                            + "\"description\":\"number of the first paragraph, 1 if left out\"}",
                    "meeting");

    private static final String SEND_MESSAGE =
            object(
                    "\"to\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":1,"
                            + "\"maxItems\":10,\"description\":\"names of people, ids of badges, or"
                            + " everybody\"},\"text\":"
                            + text("the message, at most 2000 characters"),
                    "to",
                    "text");

    private Schemas() {}

    static String of(OwnTool tool) {
        return switch (tool) {
            case LIST_TASKS -> LIST_TASKS;
            case CLAIM_TASK, COMPLETE_TASK -> TASK_ID;
            case ADD_TASK -> ADD_TASK;
            case FIND_MEETINGS -> FIND_MEETINGS;
            case READ_MINUTES -> READ_MINUTES;
            case READ_TRANSCRIPT -> READ_TRANSCRIPT;
            case SEND_MESSAGE -> SEND_MESSAGE;
            case TELL_TIME -> object("");
        };
    }

    private static String text(String description) {
        return "{\"type\":\"string\",\"description\":\"" + description + "\"}";
    }

    private static String object(String properties, String... required) {
        String needed =
                required.length == 0
                        ? ""
                        : ",\"required\":[\"" + String.join("\",\"", required) + "\"]";
        return "{\"type\":\"object\",\"properties\":{" + properties + "}" + needed + "}";
    }
}
