package dev.supie.bootstrap.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.HandshakeDecision;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.UplinkFormat;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plays a conversation and insists on every line of it.
final class Player implements AutoCloseable {

    private static final String NO_TASKS =
            "{\"type\":\"workflow\",\"event\":\"update\",\"tasks\":[]}";

    private static final Duration PACKET = UplinkFormat.USUAL.packet();

    private final StageSettings settings;
    private final Conversation conversation;
    private final Stage stage;

    /// By the badges' names in the conversation.
    private final Map<String, BadgeSocket> sockets = new LinkedHashMap<>();

    /// What a badge without a socket was answered, and what HTTP answered.
    private final Map<String, ArrayDeque<String>> answers = new LinkedHashMap<>();

    private @Nullable HttpSide http;
    private @Nullable HttpResponse<String> response;

    Player(Conversation conversation) {
        this.conversation = conversation;
        this.settings = new StageSettings(conversation.settings());
        this.stage = new Stage(settings);
    }

    void play() {
        int line = 0;
        for (Step step : conversation.steps()) {
            // Of `3 x` the answers stand behind the last one.
            if (!(step instanceof Step.Hear) && step.line() != line) {
                requireSilence("before line " + step.line());
            }
            line = step.line();
            play(step);
        }
        requireSilence("at the end");
    }

    private void play(Step step) {
        switch (step) {
            case Step.Say say -> {
                socket(say.badge(), say.line()).say(say.text());
                stage.settle();
            }
            case Step.Audio audio -> {
                socket(audio.badge(), audio.line()).sendAudio(audio.bytes());
                stage.settle();
            }
            case Step.Voice voice ->
                    speak(
                            socket(voice.badge(), voice.line()),
                            ToySpeech.packets(voice.words(), PACKET));
            case Step.Quiet quiet ->
                    speak(
                            socket(quiet.badge(), quiet.line()),
                            Collections.nCopies(
                                    Math.toIntExact(quiet.time().dividedBy(PACKET)),
                                    ToySpeech.silence()));
            case Step.Ask ask -> ask(ask);
            case Step.Hear hear -> hear(hear);
            case Step.Pass pass -> stage.pass(pass.time());
            case Step.Event event -> happen(event);
        }
    }

    private void speak(BadgeSocket socket, List<byte[]> packets) {
        for (byte[] packet : packets) {
            socket.sendPacket(packet);
            stage.settle();
            stage.pass(PACKET);
        }
    }

    private void ask(Step.Ask ask) {
        if (http == null) {
            http = new HttpSide(stage, settings);
        }
        HttpResponse<String> answer = http.answer(ask);
        response = answer;
        ArrayDeque<String> lines = arrived("");
        String type = answer.headers().firstValue("content-type").orElse("");
        lines.add((answer.statusCode() + " " + type).strip());
        answer.body().lines().forEach(lines::add);
    }

    private void hear(Step.Hear hear) {
        ArrayDeque<String> arrived = arrived(hear.badge());
        String where = "line " + hear.line();
        var header = Conversation.HEADER.matcher(hear.text());
        if (header.matches() && response != null) {
            String value = response.headers().firstValue(header.group(1)).orElse("");
            assertEquals(header.group(2), value, where);
        } else {
            assertTrue(!arrived.isEmpty(), where + ": nothing came, expected " + hear.text());
            assertEquals(hear.text(), arrived.removeFirst(), where);
        }
    }

    private void happen(Step.Event event) {
        String what = event.what();
        if (what.startsWith("connect ")) {
            connect(event);
        } else if (stage.talk.obeys(what) || stage.control.obeys(what)) {
            stage.settle();
        } else if (what.startsWith("calls ")) {
            call(socket(event.badge(), event.line()), what.split(" ", 3));
        } else if (what.startsWith("model is ")) {
            stage.modelIsCalled(what.substring("model is ".length()));
        } else if (what.startsWith("model fails: ")) {
            stage.modelFails(what.substring("model fails: ".length()));
        } else {
            switch (what) {
                case "drop" -> socket(event.badge(), event.line()).drop();
                case "bye" -> socket(event.badge(), event.line()).sayBye();
                case "silent" -> socket(event.badge(), event.line()).stopAnsweringPings();
                case "restart" -> {
                    sockets.clear();
                    stage.restart();
                }
                case "drain" -> stage.drain();
                case "model hangs" -> stage.modelHangs();
                case "model answers" -> stage.modelAnswers();
                case "store fails" -> stage.storeFails();
                case "recognizer fails" ->
                        stage.recognizer().failNextAtTheEnd(RecognitionEvent.Code.BROKEN);
                case "recognizer hangs" -> stage.recognizer().sayNothingNext();
                case "recognizer is missing" -> stage.recognizer().missing("its model is missing");
                case "recognizer guesses" -> stage.recognizer().withPartials();
                default ->
                        throw new IllegalArgumentException(
                                "line " + event.line() + " is not understood: " + what);
            }
            stage.settle();
        }
    }

    /// What comes of it is said to the model.
    private void call(BadgeSocket badge, String[] words) {
        stage.call(badge, words[1], words[2], arrived("model")::add);
    }

    private void connect(Step.Event event) {
        sockets.remove(event.badge());
        response = null;
        switch (stage.handshake(Handshakes.parse(event.what()))) {
            case HandshakeDecision.Accept accepted ->
                    sockets.put(event.badge(), stage.open(accepted));
            case HandshakeDecision.Refuse refused -> {
                ArrayDeque<String> lines = arrived(event.badge());
                lines.add(refused.status() + " " + refused.message());
                refused.headers().forEach((name, value) -> lines.add(name + ": " + value));
            }
            case HandshakeDecision.NotHere _ -> arrived(event.badge()).add("no WebSocket here");
        }
    }

    private BadgeSocket socket(String badge, int line) {
        BadgeSocket socket = sockets.get(badge);
        if (socket == null) {
            throw new IllegalArgumentException("line " + line + ": nobody is connected");
        }
        return socket;
    }

    private ArrayDeque<String> arrived(String badge) {
        BadgeSocket socket = sockets.get(badge);
        return socket == null
                ? answers.computeIfAbsent(badge, _ -> new ArrayDeque<>())
                : arrived(socket);
    }

    /// Without lists of no tasks, unless the conversation is about tasks: they would be in every
    /// single one.
    private ArrayDeque<String> arrived(BadgeSocket socket) {
        if (!conversation.tellsOfTasks()) {
            socket.arrived().removeIf(NO_TASKS::equals);
        }
        return socket.arrived();
    }

    private void requireSilence(String when) {
        sockets.forEach(
                (badge, socket) ->
                        assertTrue(
                                arrived(socket).isEmpty(),
                                () -> when + " " + badge + " got " + socket.arrived()));
        answers.forEach(
                (badge, lines) ->
                        assertTrue(lines.isEmpty(), () -> when + " " + badge + " got " + lines));
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }
}
