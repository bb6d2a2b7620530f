package dev.supie.application.speaking;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.RecordingBadgeLink.Sent;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToySpeaking;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Mouths over fakes, on virtual time.
final class SpeakingBench {

    static final SessionId BADGE = new SessionId("s-1");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final VirtualTime time = new VirtualTime(START);
    final StepExecutor threads = new StepExecutor();

    /// Where sound is made; apart, so that a test can let it wait.
    final StepExecutor synthesis = new StepExecutor();

    final StepExecutor writer = new StepExecutor();
    final RecordingBadgeLink link = new RecordingBadgeLink(time, writer);
    final ToySpeaking encoders = new ToySpeaking();
    final SpeakingTally tally = new SpeakingTally();
    final Mouths mouths;

    private SpeakingSettings settings = SpeakingSettings.DEFAULTS;

    SpeakingBench(Synthesizer... chain) {
        mouths =
                SpeakingFeature.create(
                        new SpeakingFeature.Ports(
                                link,
                                List.of(chain),
                                encoders,
                                new Workers(synthesis, 2),
                                threads,
                                time,
                                time,
                                () -> settings,
                                tally));
        link.connect(BADGE);
    }

    /// From the next answer on.
    void use(SpeakingSettings next) {
        settings = next;
    }

    /// What a listener was told, in order.
    static final class Told implements AnswerListener {

        private final List<String> words = new ArrayList<>();

        @Override
        public void began() {
            words.add("began");
        }

        @Override
        public void spoken() {
            words.add("spoken");
        }

        @Override
        public void silenced() {
            words.add("silenced");
        }

        List<String> words() {
            return List.copyOf(words);
        }
    }

    /// Lets everything happen that needs no time.
    SpeakingBench settle() {
        while (threads.waiting() + synthesis.waiting() + writer.waiting() > 0) {
            synthesis.runAll();
            writer.runAll();
            threads.runAll();
        }
        return this;
    }

    SpeakingBench pass(Duration duration) {
        settle();
        Instant end = time.instant().plus(duration);
        while (time.nextAlarm().filter(due -> !due.isAfter(end)).isPresent()) {
            time.fireNext();
            settle();
        }
        time.advance(Duration.between(time.instant(), end));
        return settle();
    }

    /// What the badge was sent: letters for sound, words for messages.
    String sent() {
        return sent(BADGE);
    }

    String sent(SessionId badge) {
        StringBuilder all = new StringBuilder();
        for (Sent each : link.allSentTo(badge)) {
            all.append(
                    switch (each) {
                        case Sent.Audio audio -> audio.packet();
                        case Sent.Text text -> word(text.message());
                    });
        }
        return all.toString();
    }

    private static String word(BadgeMessage message) {
        return switch (message) {
            case BadgeMessage.SpeechStart _ -> "(start)";
            case BadgeMessage.SentenceStart sentence -> "(" + sentence.text() + ")";
            case BadgeMessage.SpeechStop _ -> "(stop)";
            // Nothing else is ever sent by a mouth.
            default -> throw new AssertionError(message);
        };
    }
}
