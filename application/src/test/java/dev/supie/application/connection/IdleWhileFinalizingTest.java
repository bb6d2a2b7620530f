package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage.IdleWarning;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.JoinPhrases;
import dev.supie.domain.connection.ModePhrases;
import dev.supie.domain.connection.TalkRules;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.task.voice.VoiceGrammar;
import dev.supie.domain.task.voice.VoicePhrases;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// CON-3: nobody is closed as idle while minutes are written; and MSG-9: a model that does not
/// answer holds up nothing else.
class IdleWhileFinalizingTest {

    /// Shorter than a summarizer may take, so that the hold matters.
    private static final ConnectionSettings SHORT =
            new ConnectionSettings(
                    Duration.ofSeconds(30),
                    1,
                    1,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(10),
                    ModePhrases.DEFAULTS,
                    JoinPhrases.DEFAULTS,
                    new VoiceGrammar(VoicePhrases.DEFAULTS),
                    TalkRules.DEFAULTS);

    private final StepExecutor model = new StepExecutor();
    private final Bench bench =
            new Bench(MeetingSettings.DEFAULTS, SHORT).summarisingOn(model).start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    private void finalizeMeeting(String text) {
        bench.startMeeting(badge);
        bench.say(badge, text);
        bench.finish(badge);
    }

    private void modelAnswers() {
        model.runAll();
        bench.threads.runAll();
    }

    private void pass(long seconds) {
        Asking.passIdly(bench, badge, Duration.ofSeconds(seconds));
    }

    private Optional<CloseCode> closed() {
        return bench.link.closedWith(badge);
    }

    @Test
    void idleWaitsForTheSummaryAndCountsFromThenOn() {
        finalizeMeeting("something");

        pass(55);
        assertEquals(Optional.empty(), closed());
        assertEquals(List.of(), bench.link.sentTo(badge, IdleWarning.class));
        modelAnswers();

        assertEquals(1, bench.link.sentTo(badge, MeetingSummary.class).size());
        pass(29);
        assertEquals(Optional.empty(), closed());
        pass(1);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void theFirstOfTwoSummariesDoesNotLetIdleCutOffTheSecond() {
        finalizeMeeting("first");
        pass(10);
        finalizeMeeting("second");
        model.runOne(new Random(1));
        bench.threads.runAll();
        assertEquals(1, bench.link.sentTo(badge, MeetingSummary.class).size());

        pass(45);

        assertEquals(Optional.empty(), closed());
        modelAnswers();
        assertEquals(2, bench.link.sentTo(badge, MeetingSummary.class).size());
        pass(30);
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aModelThatNeverAnswersHoldsTheConnectionOnlyUntilTheMinutesAreWrittenWithoutIt() {
        finalizeMeeting("something");

        pass(3600);

        assertEquals(1, bench.link.sentTo(badge, MeetingSummary.class).size());
        assertEquals(Optional.of(CloseCode.IDLE), closed());
    }

    @Test
    void aModelThatHangsHoldsUpNoOtherMessageOfTheBadge() {
        finalizeMeeting("first");
        bench.link.take(badge);

        bench.send(badge, Asking.hello());
        bench.startMeeting(badge);
        bench.say(badge, "second");

        assertEquals(1, bench.link.sentTo(badge, Welcome.class).size());
        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
        assertEquals(0, bench.threads.waiting());
    }
}
