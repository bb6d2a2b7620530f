package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.supie.bootstrap.server.StartException;
import dev.supie.domain.conversation.Memory;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// CHAT-1, LIS-7: badges talk with a model, over real sockets on both sides.
final class TalkTest {

    private static final int BADGES = 20;
    private static final int ROUNDS = 5;
    private static final int TURNS_MORE = 10;

    private static JsonObject typed(String text) {
        return Json.createObjectBuilder()
                .add("type", "listen")
                .add("state", "detect")
                .add("text", text)
                .build();
    }

    private static boolean isSpeech(JsonObject message, String state) {
        return message.getString("type").equals("tts")
                && message.getString("state", "").equals(state);
    }

    /// Everything that is said until the end of an answer.
    private static List<String> heard(Badge badge) throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        while (true) {
            JsonObject message = badge.next().message();
            if (isSpeech(message, "sentence_start")) {
                sentences.add(message.getString("text"));
            } else if (isSpeech(message, "stop")) {
                return sentences;
            }
        }
    }

    @Test
    void noBadgeEverHearsTheWordsOfAnother(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (EchoModel model = new EchoModel();
                Site site = Site.open(folder, model.settings())) {
            List<Badge> badges = new ArrayList<>();
            for (int i = 0; i < BADGES; i++) {
                badges.add(site.badge("94:a9:90:00:01:%02d".formatted(i)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < BADGES; i++) {
                    badges.get(i).say(typed("word number " + i + " of round " + round));
                }
                for (int i = 0; i < BADGES; i++) {
                    String own = "word number " + i + " of round " + round + ".";
                    assertEquals(
                            List.of("You said " + own, "I heard " + own), heard(badges.get(i)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EchoModel.Illness.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aModelThatIsIllCostsItsAnswerAndNothingElse(
            EchoModel.Illness illness, @TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (EchoModel model = new EchoModel();
                Site site = Site.open(folder, model.settings())) {
            Badge ill = site.badge("94:a9:90:00:01:01");
            Badge other = site.badge("94:a9:90:00:01:02");
            model.is(illness);
            ill.say(typed("where is the kettle"));
            ill.ask(Messages.ping("p1"), Messages.withRid("p1"));
            other.startMeeting();
            other.tell("The contract goes out on Monday.");
            List<String> sentences = heard(ill);
            assertTrue(sentences.getLast().startsWith("The language model "), sentences::toString);
            model.is(EchoModel.Illness.NONE);
            ill.say(typed("where is the cup"));
            assertEquals("I heard where is the cup.", heard(ill).getLast());
            site.awaitMetric("supie_model_calls_total{result=\"ok\",use=\"chat\"}", 1);
        }
    }

    @Test
    void anAbortIsSilentWithinTwoHundredMilliseconds(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (EchoModel model = new EchoModel();
                Site site = Site.open(folder, model.settings())) {
            model.is(EchoModel.Illness.STALLS);
            Badge badge = site.badge("94:a9:90:00:01:01");
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                badge.say(typed("where is the kettle"));
                badge.await(message -> isSpeech(message, "sentence_start"));
                long said = badge.say("{\"type\":\"abort\"}");
                times.add(badge.hear(message -> isSpeech(message, "stop")).nanos() - said);
            }
            times.sort(null);
            assertTrue(times.get(5) <= 200_000_000, () -> "nanoseconds: " + times);
        }
    }

    @Test
    void whatTheModelNotedOfALongTalkIsWhatItIsToldLater(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (EchoModel model = new EchoModel()) {
            try (Site site = Site.open(folder, model.settings())) {
                Badge badge = site.badge("94:a9:90:00:01:01");
                for (int turn = 0; turn <= Memory.TURNS_MAX; turn++) {
                    badge.say(typed("what about thing " + (char) ('a' + turn)));
                    heard(badge);
                }
                site.awaitMetric("supie_model_calls_total{result=\"ok\",use=\"memory\"}", 1);
                // What is counted may be remembered a moment later.
                for (int more = 0; more < TURNS_MORE && !tellsNote(model); more++) {
                    badge.say(typed("what else"));
                    heard(badge);
                }
            }
            try (Site site = Site.open(folder, model.settings())) {
                Badge badge = site.badge("94:a9:90:00:01:01");
                badge.say(typed("what was it about"));
                heard(badge);
                assertTrue(tellsNote(model), model::lastRequest);
                assertTrue(!model.lastRequest().contains("thing a"), model::lastRequest);
            }
        }
    }

    /// Whether the first line of the notes is what the model has made of the first turn.
    private static boolean tellsNote(EchoModel model) {
        return model.lastRequest().contains("[\\\"noted 1\\\"");
    }

    /// Its model is another one than that of answers, so nobody else keeps the way to it open.
    @Test
    void aNoteUnderWayAtTheEndIsNoError(@TempDir Path folder)
            throws StartException, InterruptedException {
        var logger = (Logger) LoggerFactory.getLogger("dev.supie.application.conversation");
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        logger.addAppender(said);
        try (EchoModel model = new EchoModel();
                EchoModel noting = new EchoModel();
                Site site = Site.open(folder, noting.besides(model))) {
            noting.is(EchoModel.Illness.HANGS);
            Badge badge = site.badge("94:a9:90:00:01:01");
            for (int turn = 0; turn <= Memory.TURNS_MAX; turn++) {
                badge.say(typed("what about thing " + (char) ('a' + turn)));
                heard(badge);
            }
            noting.whenAsked();
            site.stop();
        } finally {
            logger.detachAppender(said);
        }
        assertEquals(
                List.of(),
                said.list.stream()
                        .filter(event -> event.getLevel().equals(Level.ERROR))
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList());
    }

    @Test
    void whatWasTalkedAboutOutlivesTheServerUntilItIsToBeForgotten(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (EchoModel model = new EchoModel()) {
            try (Site site = Site.open(folder, model.settings())) {
                Badge badge = site.badge("94:a9:90:00:01:01");
                badge.say(typed("my cat is called Tom"));
                heard(badge);
            }
            try (Site site = Site.open(folder, model.settings())) {
                Badge badge = site.badge("94:a9:90:00:01:01");
                badge.say(typed("what is it called"));
                heard(badge);
                assertTrue(model.lastRequest().contains("my cat is called Tom"));
                badge.say(typed("forget everything"));
                assertEquals(List.of("I have forgotten what we talked about."), heard(badge));
                badge.say(typed("what is it called"));
                heard(badge);
                assertTrue(!model.lastRequest().contains("Tom"), model::lastRequest);
            }
        }
    }
}
