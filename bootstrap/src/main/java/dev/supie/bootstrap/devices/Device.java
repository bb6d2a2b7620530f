package dev.supie.bootstrap.devices;

import jakarta.json.JsonObject;

import java.util.Locale;

/// A badge as the server shows it. What a badge says of itself may hold anything, so nothing of it
/// reaches a terminal that could steer it.
///
/// @param code empty if it shows none
record Device(String id, String state, String code, String since, String about) {

    static Device of(JsonObject body) {
        return new Device(
                shown(body, "deviceId"),
                shown(body, "state").toLowerCase(Locale.ROOT),
                shown(body, "code"),
                shown(body, "since").replaceFirst("\\.\\d+Z$", "Z"),
                shown(body, "about"));
    }

    private static String shown(JsonObject body, String name) {
        return body.getString(name, "").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
