package dev.supie.application.connection;

import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import java.time.Duration;
import java.util.List;

/// What badges ask in these tests, in few words.
final class Asking {

    static final String DEVICE = "aa:01";

    private static final Duration PONG_EVERY = Duration.ofSeconds(20);

    private Asking() {}

    static BadgeRequest hello() {
        return new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE);
    }

    static BadgeRequest start(Mode mode) {
        return new BadgeRequest.SwitchMode(ModeAction.START, mode, Rid.NONE);
    }

    static BadgeRequest end(Mode mode) {
        return new BadgeRequest.SwitchMode(ModeAction.END, mode, Rid.NONE);
    }

    static BadgeRequest snippet(String text) {
        return snippet(text, Rid.NONE);
    }

    static BadgeRequest snippet(String text, Rid rid) {
        return new BadgeRequest.AddSnippets(List.of(new SnippetInput("note", text, "")), rid);
    }

    static BadgeRequest speech(String text) {
        return new BadgeRequest.AddSnippets(
                List.of(new SnippetInput("speech", text, "")), Rid.NONE);
    }

    static BadgeRequest finish() {
        return new BadgeRequest.FinalizeMeeting(Rid.NONE);
    }

    static BadgeRequest seen(BadgeRequest.Activity.Kind kind) {
        return new BadgeRequest.Activity(kind);
    }

    /// Time passes for a badge that nobody uses, but that answers pings.
    static void passIdly(Bench bench, SessionId badge, Duration duration) {
        Duration left = duration;
        while (left.isPositive()) {
            Duration step = left.compareTo(PONG_EVERY) < 0 ? left : PONG_EVERY;
            bench.send(badge, seen(BadgeRequest.Activity.Kind.CONTROL));
            bench.pass(step);
            left = left.minus(step);
        }
    }
}
