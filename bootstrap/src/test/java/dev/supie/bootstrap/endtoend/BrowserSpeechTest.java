package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A turn that is spoken: a recording as the microphone of a real browser, its Opus, the real
/// models, an answer, and its sound in the browser again (CHAT-1). Nobody says when it is over: the
/// server hears the pause (LIS-1).
@Timeout(180)
final class BrowserSpeechTest {

    private static final String VOICE = "/voices/austen-0930.wav";
    private static final String SAID = "have been made";

    @Test
    void chat1WhatIsSpokenIsUnderstoodAndTheAnswerIsHeard(@TempDir Path folder) throws Exception {
        Path voice = folder.resolve("voice.wav");
        try (InputStream recorded = BrowserSpeechTest.class.getResourceAsStream(VOICE)) {
            Files.copy(Objects.requireNonNull(recorded, VOICE), voice);
        }
        try (Browser browser =
                        Browser.launched(
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-audio-capture=" + voice + "%noloop",
                                "--autoplay-policy=no-user-gesture-required");
                EchoModel model = new EchoModel();
                HearingSite site = HearingSite.open(folder, settings(model))) {
            BrowserPage page = browser.person().open(site.httpUrl() + "/console/badge");
            BrowserBadge badge = page.badge(0);

            badge.root().locator("button.talk").click();
            badge.root().locator("button.talk[aria-pressed=true]").waitFor();
            badge.awaitShown(SAID);
            badge.root().locator("button.talk[aria-pressed=false]").waitFor();
            badge.awaitShown("You said");
            page.page()
                    .waitForFunction(
                            "() => Number(document.querySelector('.badge').dataset.played) > 500");
            assertEquals(0, site.metric("supie_audio_packets_damaged_total"));
            assertEquals(List.of(), page.troubles());
            page.picture("badge-spoken");
        }
    }

    /// The last of equal keys counts.
    private static String[] settings(EchoModel model) {
        List<String> settings = new java.util.ArrayList<>(List.of(model.settings()));
        settings.add("tts.chain=[freetts]");
        return settings.toArray(String[]::new);
    }
}
