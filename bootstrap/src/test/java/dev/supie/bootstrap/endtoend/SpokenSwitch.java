package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/// Shows by what a badge says which configuration is in force.
final class SpokenSwitch {

    private SpokenSwitch() {}

    /// Whether saying it begins working mode.
    static boolean begins(Badge badge, String phrase) throws InterruptedException {
        badge.say(Messages.mode("end", "working"));
        badge.await(message -> message.getString("type").equals("mode"));
        badge.say(
                Json.createObjectBuilder()
                        .add("type", "listen")
                        .add("state", "detect")
                        .add("text", phrase)
                        .build());
        JsonObject heard = badge.await(message -> message.getString("type").equals("stt"));
        return heard.getString("intent", "").equals("mode_switch");
    }

    /// A configuration in which this phrase does.
    static String yaml(String phrase) {
        return "mode_phrases: {working: [" + phrase + "]}\n";
    }
}
