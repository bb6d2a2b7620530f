package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.service.Secret;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;

/// However many purposes a server is asked for, it is asked through one client, which is closed
/// when none is left.
class OneClientTest {

    private final TestSurroundings time = new TestSurroundings();
    private final ModelTally tally = new ModelTally();

    private static ChatModelSettings settings(String model, String key, Duration patience) {
        return new ChatModelSettings(
                "main",
                URI.create("http://127.0.0.1:1/v1"),
                Secret.of(key),
                model,
                0.2,
                new ChatModelSettings.Limits(Duration.ofSeconds(3), patience, 2, 4));
    }

    @Test
    void purposesOfOneServerShareItsClient() {
        Duration patience = Duration.ofSeconds(20);
        HttpConversationModel talk =
                new HttpConversationModel(
                        settings("large", "key", patience), tally, time.surroundings());
        HttpBuildAdviser builds =
                new HttpBuildAdviser(
                        settings("small", "key", Duration.ofSeconds(1)),
                        tally,
                        time.surroundings());
        HttpSummarizer minutes =
                new HttpSummarizer(
                        settings("large", "key", patience),
                        MeetingTemplates.NONE,
                        tally,
                        time.surroundings());
        HttpStructurer messages =
                new HttpStructurer(
                        settings("large", "another-key", patience),
                        ZoneOffset.UTC,
                        tally,
                        time.surroundings());
        HttpNoteTaker notes =
                new HttpNoteTaker(
                        settings("small", "key", Duration.ofSeconds(1)),
                        tally,
                        time.surroundings());

        assertEquals(2, time.clients());
        talk.close();
        builds.close();
        notes.close();
        assertEquals(2, time.clients(), "minutes still need it");
        minutes.close();
        assertEquals(1, time.clients());
        messages.close();
        assertEquals(0, time.clients());
    }
}
