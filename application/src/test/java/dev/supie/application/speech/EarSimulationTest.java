package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Badges that speak, from seeds: packets damaged, lost and late, boundaries missing and doubled,
/// modes switched in the middle of a word, recognizers slow, failing and silent, threads that do
/// everything in any order.
final class EarSimulationTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 600;
    private static final List<ListenMode> PICKUPS = List.of(ListenMode.values());
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final List<RecognitionEvent.Code> FAILURES =
            List.of(RecognitionEvent.Code.values());

    @Test
    void whatIsToldWasSaidInThatOrderAndNothingIsLeft() {
        int told = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            told += new Play(seed).run();
        }
        assertTrue(told > SEEDS, "they were heard at all");
    }

    private static final class Play {

        private final String named;
        private final Random random;
        private final Bench bench = new Bench();
        private final SessionId badge;
        private final StringBuilder spoken = new StringBuilder();

        /// A letter is said again only after all others.
        private char letter = '!';

        Play(int seed) {
            named = "seed " + seed;
            random = new Random(seed);
            bench.recognizing(bench.recognizer, bench.second);
            if (random.nextBoolean()) {
                bench.recognizer.withPartials();
            }
            bench.start();
            badge = bench.connect("aa:01");
        }

        int run() {
            for (int step = 0; step < STEPS; step++) {
                act();
                workSome();
            }
            bench.threads.runAll();
            List<Transcription> told = finals();
            bench.disconnect(badge);
            bench.pass(Duration.ofSeconds(40));
            assertEquals(0, bench.decoders.stillOpen(), named);
            assertEquals(0, bench.detectors.stillOpen(), named);
            assertEquals(0, bench.recognizer.stillOpen(), named);
            assertEquals(0, bench.second.stillOpen(), named);
            assertSaidInOrder(told);
            return told.size();
        }

        private void act() {
            switch (random.nextInt(60)) {
                case 0, 1 -> ask(new BadgeRequest.StartListening(any(PICKUPS), Rid.NONE));
                case 2 -> ask(new BadgeRequest.StopListening(Rid.NONE));
                case 3 -> {
                    ask(new BadgeRequest.StopListening(Rid.NONE));
                    ask(new BadgeRequest.StartListening(any(PICKUPS), Rid.NONE));
                }
                case 4 -> misbehave(random.nextBoolean() ? bench.recognizer : bench.second);
                case 5 -> maybeSwitchMode();
                case 6 -> bench.connections().hear(badge, ToySpeech.damaged());
                case 7 -> bench.pass(Duration.ofMillis(random.nextInt(4_000)));
                case 8 -> bench.time.jump(Duration.ofMillis(random.nextInt(500)));
                case 9 -> bench.pause(badge, Duration.ofMillis(random.nextInt(2_000)));
                default -> speak(1 + random.nextInt(4));
            }
        }

        private void speak(int letters) {
            for (int count = 0; count < letters; count++) {
                String said = String.valueOf(letter);
                letter = letter == '~' ? '!' : (char) (letter + 1);
                spoken.append(said);
                ToySpeech.packets(said, UplinkFormat.USUAL.packet())
                        .forEach(packet -> bench.connections().hear(badge, packet));
                bench.time.jump(UplinkFormat.USUAL.packet());
            }
        }

        private void misbehave(ScriptedRecognizer recognizer) {
            switch (random.nextInt(4)) {
                case 0 -> recognizer.failNext(any(FAILURES));
                case 1 -> recognizer.failNextAtTheEnd(any(FAILURES));
                case 2 -> recognizer.sayNothingNext();
                default ->
                        recognizer.answerNextAfter(Duration.ofMillis(1 + random.nextInt(12_000)));
            }
        }

        private void maybeSwitchMode() {
            if (random.nextInt(4) == 0) {
                ask(new BadgeRequest.SwitchMode(ModeAction.START, any(MODES), Rid.NONE));
            }
        }

        private void ask(BadgeRequest request) {
            bench.connections().receive(badge, request);
        }

        private void workSome() {
            for (int tasks = random.nextInt(4); tasks > 0; tasks--) {
                bench.threads.runOne(random);
            }
            if (random.nextInt(20) == 0) {
                bench.threads.runAll();
            }
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private List<Transcription> finals() {
            return bench.link.sentTo(badge, Transcription.class).stream()
                    .filter(Transcription::last)
                    .toList();
        }

        private void assertSaidInOrder(List<Transcription> told) {
            int at = 0;
            for (Transcription text : told) {
                for (char next : text.text().toCharArray()) {
                    at = spoken.indexOf(String.valueOf(next), at) + 1;
                    assertTrue(at > 0, () -> named + ": never said then: " + text);
                }
            }
        }
    }
}
