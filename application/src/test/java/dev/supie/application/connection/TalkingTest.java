package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.coding.CodingFeature;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.fake.InMemoryMemoryStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.RecordingMouths;
import dev.supie.application.fake.ScriptedConversationModel;
import dev.supie.application.fake.ScriptedToolbox;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.NoTasks;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.tool.BadgeToolFeature;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.conversation.ConversationSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// CHAT-1, CHAT-2, LIS-7, MTG-1, CON-3: what connections do with what is said.
final class TalkingTest {

    private static final String KETTLE = "The kettle is on the table.";

    private final VirtualTime time = new VirtualTime(Bench.START);
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final ScriptedConversationModel model = new ScriptedConversationModel();
    private final RecordingMouths mouths = new RecordingMouths(threads);
    private final OwnedEars ears = new OwnedEars();
    private int sessions;
    private final Connections connections = connections();

    private Connections connections() {
        ConversationSettings settings =
                new ConversationSettings(
                        true,
                        true,
                        TalkPhrases.DEFAULTS,
                        ZoneOffset.UTC,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60));
        return ConnectionFeature.create(
                new ConnectionFeature.Ports(
                        link,
                        threads,
                        time,
                        time,
                        ears,
                        () -> new SessionId("session-" + ++sessions),
                        10,
                        () -> ConnectionSettings.DEFAULTS,
                        () -> DuplicateSettings.DEFAULTS),
                new ConnectionFeature.Features(
                        _ -> new QuietMeetings(),
                        new NoTasks(),
                        PeerFeature.off(link),
                        CodingFeature.byRules(link, threads, time, time),
                        ConversationFeature.create(
                                        new ConversationFeature.Ports(
                                                model,
                                                new InMemoryMemoryStore(),
                                                Optional::empty,
                                                mouths,
                                                new ScriptedToolbox(),
                                                link,
                                                threads,
                                                time,
                                                time,
                                                () -> settings))
                                .conversations(),
                        BadgeToolFeature.none(),
                        Bench.STATS_ON_REQUEST,
                        Optional.empty()));
    }

    private SessionId connect() {
        Connections.Admission admitted = connections.admit(new DeviceId(Asking.DEVICE));
        assertTrue(admitted instanceof Connections.Admission.Admitted);
        SessionId session = new SessionId("session-" + sessions);
        link.connect(session);
        connections.opened(session, "127.0.0.1");
        threads.runAll();
        return session;
    }

    private void send(SessionId badge, BadgeRequest request) {
        connections.receive(badge, request);
        threads.runAll();
    }

    private void type(SessionId badge, String text) {
        send(badge, new BadgeRequest.Detected(text, Rid.NONE));
    }

    private void listen(SessionId badge, ListenMode mode) {
        send(badge, new BadgeRequest.StartListening(mode, Rid.NONE));
    }

    @Test
    void whatIsTypedOrSaidIsEchoedAndThenAnswered() {
        model.answerNext(KETTLE).answerNext("Yes, it is.");
        SessionId badge = connect();
        type(badge, "where is the kettle");
        listen(badge, ListenMode.AUTO);
        ears.said(badge, "is it hot");
        threads.runAll();
        assertEquals(
                List.of("start", KETTLE, "stop", "start", "Yes, it is.", "stop"),
                mouths.heard(badge));
        List<String> kinds =
                link.sentTo(badge).stream()
                        .map(message -> message.getClass().getSimpleName())
                        .toList();
        assertEquals(
                List.of("Welcome", "SpeechText", "Face", "SpeechText", "Transcription", "Face"),
                kinds);
    }

    @Test
    void inAMeetingNothingIsAnswered() {
        SessionId badge = connect();
        send(badge, Asking.start(Mode.MEETING));
        type(badge, "where is the kettle");
        assertEquals(List.of(), model.prompts());
        assertEquals(List.of(), mouths.heard(badge));
    }

    @Test
    void eachModeIsToldToTheModel() {
        SessionId badge = connect();
        type(badge, "where is the kettle");
        send(badge, Asking.start(Mode.CODING));
        type(badge, "where is the kettle");
        send(badge, Asking.start(Mode.WORKING));
        type(badge, "where is the kettle");
        assertEquals(
                List.of(Mode.CHAT, Mode.CODING, Mode.WORKING),
                model.prompts().stream().map(prompt -> prompt.mode()).toList());
    }

    @Test
    void aWakeWordIsGreetedAndNoQuestion() {
        SessionId badge = connect();
        type(badge, "你好小智");
        assertEquals(List.of(), model.prompts());
        assertEquals(List.of("start", "你好，我在听。", "stop"), mouths.heard(badge));
        assertEquals(List.of(), link.sentTo(badge, BadgeMessage.SpeechText.class));
    }

    @Test
    void anAbortIsHeardAtOnceAndAgainInItsTurn() {
        mouths.slow();
        model.answerNext(KETTLE);
        SessionId badge = connect();
        type(badge, "where is the kettle");
        connections.receive(badge, new BadgeRequest.Abort());
        assertEquals(List.of("start", KETTLE, "stop"), mouths.heard(badge));
        connections.receive(badge, new BadgeRequest.Detected("and the cup", Rid.NONE));
        connections.receive(badge, new BadgeRequest.Abort());
        threads.runAll();
        assertEquals(0, model.hanging(), "what was typed before an abort is not answered");
    }

    @Test
    void aChangeOfModeEndsTheAnswer() {
        mouths.slow();
        model.answerNext(KETTLE);
        SessionId badge = connect();
        type(badge, "where is the kettle");
        send(badge, Asking.start(Mode.WORKING));
        assertEquals(List.of("start", KETTLE, "stop"), mouths.heard(badge));
    }

    @Test
    void voiceInterruptsOnlyWhoListensAllTheTime() {
        mouths.slow();
        model.answerNext(KETTLE);
        SessionId badge = connect();
        listen(badge, ListenMode.AUTO);
        type(badge, "where is the kettle");
        ears.voice(badge);
        threads.runAll();
        assertEquals(List.of("start", KETTLE), mouths.heard(badge));
        listen(badge, ListenMode.REALTIME);
        ears.voice(badge);
        threads.runAll();
        assertEquals(List.of("start", KETTLE, "stop"), mouths.heard(badge));
    }

    @Test
    void idleDoesNotFireWhileTheServerSpeaks() {
        mouths.slow();
        model.answerNext(KETTLE);
        SessionId badge = connect();
        type(badge, "where is the kettle");
        passIdly(badge, Duration.ofMinutes(14));
        assertEquals(Optional.empty(), link.closedWith(badge));
        mouths.speakToTheEnd();
        threads.runAll();
        passIdly(badge, Duration.ofMinutes(11));
        assertEquals(Optional.of(CloseCode.IDLE), link.closedWith(badge));
    }

    private void passIdly(SessionId badge, Duration duration) {
        for (int i = 0; i < duration.toSeconds() / 20; i++) {
            send(badge, Asking.seen(BadgeRequest.Activity.Kind.CONTROL));
            time.advance(Duration.ofSeconds(20));
            threads.runAll();
        }
    }

    @Test
    void aGoodbyeEndsTheConnection() {
        SessionId badge = connect();
        type(badge, "goodbye");
        assertEquals(Optional.of(CloseCode.NORMAL), link.closedWith(badge));
    }

    @Test
    void aConnectionThatEndsLeavesNothing() {
        model.sayNext(new ModelEvent.Piece(KETTLE + " And it"));
        SessionId badge = connect();
        type(badge, "where is the kettle");
        connections.closed(badge);
        threads.runAll();
        assertEquals(0, mouths.open());
        assertEquals(0, model.hanging());
    }

    @Test
    void aReplacedConnectionIsSpokenToNoMore() {
        mouths.slow();
        model.answerNext(KETTLE);
        SessionId old = connect();
        type(old, "where is the kettle");
        connect();
        assertEquals(List.of("start", KETTLE, "stop"), mouths.heard(old));
        listen(old, ListenMode.AUTO);
        ears.said(old, "and the cup");
        threads.runAll();
        assertEquals(1, model.prompts().size());
    }
}
