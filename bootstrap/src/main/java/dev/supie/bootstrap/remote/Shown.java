package dev.supie.bootstrap.remote;

import jakarta.json.JsonObject;

/// Parts of an answer, as they may be printed: what badges and people have said may hold anything,
/// and nothing of it may steer a terminal.
public final class Shown {

    private Shown() {}

    /// Empty if it is not there.
    public static String text(JsonObject body, String name) {
        return text(body.getString(name, ""));
    }

    public static String text(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    /// A time to the second.
    public static String moment(JsonObject body, String name) {
        return text(body, name).replaceFirst("\\.\\d+Z$", "Z");
    }
}
