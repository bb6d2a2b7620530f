package dev.supie.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.util.Optional;

/// How a badge takes messages of other badges so that it shows each exactly once (PEER-5, PEER-7):
/// it acknowledges whatever comes, and remembers one number, the highest `rseq` it has shown. That
/// number belongs to the name of the inboxes, and begins anew with another one.
///
/// One for each badge, over all of its connections. For one thread at a time.
final class PeerInbox {

    private String epoch = "";
    private long shown;

    /// What the hello of such a badge says.
    static JsonObject hello() {
        return Json.createObjectBuilder()
                .add("type", "hello")
                .add("version", 1)
                .add("features", Json.createObjectBuilder().add("peer_ack", true))
                .build();
    }

    /// What the badge answers to a message of another badge; nothing to anything else.
    Optional<JsonObject> acknowledgement(JsonObject message) {
        return isDelivery(message)
                ? Optional.of(
                        Json.createObjectBuilder()
                                .add("type", "peer")
                                .add("event", "ack")
                                .add("upTo", message.getJsonNumber("rseq").longValue())
                                .build())
                : Optional.empty();
    }

    /// False for a message of another badge that was shown before, and is to be dropped.
    boolean isNew(JsonObject message) {
        if (message.getString("type", "").equals("hello")) {
            greeted(message.getString("inbox_epoch", ""));
        }
        if (!isDelivery(message)) {
            return true;
        }
        long rseq = message.getJsonNumber("rseq").longValue();
        boolean fresh = rseq > shown;
        shown = Math.max(shown, rseq);
        return fresh;
    }

    private void greeted(String name) {
        if (!name.equals(epoch)) {
            epoch = name;
            shown = 0;
        }
    }

    private static boolean isDelivery(JsonObject message) {
        return message.getString("type", "").equals("peer")
                && message.getString("event", "").equals("message");
    }
}
