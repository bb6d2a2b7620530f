package dev.supie.bootstrap.devices;

import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;

import java.util.Locale;

/// A badge as the server shows it. What a badge says of itself may hold anything, so nothing of it
/// reaches a terminal that could steer it.
///
/// @param code empty if it shows none
record Device(String id, String state, String code, String since, String about) {

    static Device of(JsonObject body) {
        return new Device(
                Shown.text(body, "deviceId"),
                Shown.text(body, "state").toLowerCase(Locale.ROOT),
                Shown.text(body, "code"),
                Shown.moment(body, "since"),
                Shown.text(body, "about"));
    }
}
