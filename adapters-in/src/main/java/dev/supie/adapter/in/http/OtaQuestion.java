package dev.supie.adapter.in.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

import java.io.StringReader;
import java.util.regex.Pattern;

/// What a badge says about itself when it asks for its server (OTA-1). Firmware generations and
/// forks send very different bodies (T02), so only what is needed is looked at.
sealed interface OtaQuestion {

    /// A JSON object.
    ///
    /// @param version the firmware's own, in a form that firmware can parse
    record Understood(String version) implements OtaQuestion {}

    /// Not a JSON object.
    record Unintelligible(String reason) implements OtaQuestion {}

    /// Answered for a version that is not known: older than any, so nothing looks like an upgrade.
    String NO_VERSION = "0.0.0";

    /// As for messages (MSG-2); real bodies have a depth of about four.
    int DEPTH_MAX = 32;

    /// Firmware parses each part with a 32-bit conversion that aborts the device on anything else.
    Pattern DOTTED = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,5}");

    /// No text at all counts as an empty object.
    static OtaQuestion read(String body) {
        if (body.isBlank()) {
            return new Understood(NO_VERSION);
        }
        // No tree is built: it would refuse numbers of many digits, which are none of our business.
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            return parser.next() == Event.START_OBJECT
                    ? readObject(parser)
                    : new Unintelligible("the body must be a JSON object");
        } catch (JsonException _) {
            return new Unintelligible("the body is not valid JSON");
        }
    }

    /// Looks for the text at `application.version`; the last one counts, as in most parsers.
    private static OtaQuestion readObject(JsonParser parser) {
        String version = NO_VERSION;
        String section = "";
        String key = "";
        int depth = 1;
        while (parser.hasNext() && depth <= DEPTH_MAX) {
            Event event = parser.next();
            depth += step(event);
            if (event == Event.KEY_NAME && depth == 1) {
                section = parser.getString();
            } else if (event == Event.KEY_NAME) {
                key = parser.getString();
            } else if (isText(event)
                    && depth == 2
                    && section.equals("application")
                    && key.equals("version")) {
                version = parser.getString();
            } else if (step(event) != 0) {
                // What follows belongs to another object or list than the key did.
                key = "";
            }
        }
        return depth > DEPTH_MAX
                ? new Unintelligible("the body is nested deeper than " + DEPTH_MAX)
                : new Understood(DOTTED.matcher(version).matches() ? version : NO_VERSION);
    }

    private static boolean isText(Event event) {
        return event == Event.VALUE_STRING || event == Event.VALUE_NUMBER;
    }

    private static int step(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            case KEY_NAME, VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> 0;
        };
    }
}
