package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/// What badges say about messages between them, and how they recognise what they hear.
final class PeerTalk {

    private PeerTalk() {}

    /// A hello that says whether the badge acknowledges, and how much it takes at a time.
    static JsonObject hello(boolean acknowledges, int window) {
        return Json.createObjectBuilder()
                .add("type", "hello")
                .add(
                        "features",
                        Json.createObjectBuilder()
                                .add("peer_ack", acknowledges)
                                .add("peer_window", window))
                .build();
    }

    static JsonObject message(String to, String text) {
        return Json.createObjectBuilder()
                .add("type", "peer")
                .add("mid", "mid-" + Integer.toHexString(text.hashCode()))
                .add("to", Json.createArrayBuilder().add(to))
                .add("payload", Json.createObjectBuilder().add("text", text))
                .build();
    }

    static JsonObject acknowledgement(long upTo) {
        return Json.createObjectBuilder()
                .add("type", "peer")
                .add("event", "ack")
                .add("upTo", upTo)
                .build();
    }

    /// Says hello and takes the answer.
    static JsonObject greet(Badge badge, boolean acknowledges, int window)
            throws InterruptedException {
        return badge.ask(hello(acknowledges, window), Messages.ofType("hello"));
    }

    /// Sends, and takes the receipt.
    static JsonObject send(Badge from, String to, String text) throws InterruptedException {
        JsonObject answer = from.ask(message(to, text), PeerTalk::isAnswer);
        if (!isReceipt(answer)) {
            throw new AssertionError("not accepted: " + answer);
        }
        return answer;
    }

    /// To a message that was sent, whatever became of it.
    static boolean isAnswer(JsonObject message) {
        return Messages.ofType("peer").test(message) && message.containsKey("status");
    }

    static boolean isReceipt(JsonObject message) {
        return Messages.ofType("peer").test(message)
                && message.getString("status", "").equals("done");
    }

    static boolean isDelivery(JsonObject message) {
        return isEvent(message, "message");
    }

    static boolean isBacklogEnd(JsonObject message) {
        return isEvent(message, "backlog_end");
    }

    private static boolean isEvent(JsonObject message, String event) {
        return Messages.ofType("peer").test(message)
                && message.getString("event", "").equals(event);
    }

    /// The next so many deliveries, as `rseq/attempt text`.
    static List<String> deliveries(Badge badge, int count) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(shown(badge.await(PeerTalk::isDelivery)));
        }
        return heard;
    }

    private static String shown(JsonObject delivery) {
        return "%d/%d %s"
                .formatted(
                        delivery.getInt("rseq"),
                        delivery.getInt("attempt"),
                        delivery.getJsonObject("payload").getString("text"));
    }
}
