package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The test page for people who write firmware, opened from disk (AUTH-4).
@Timeout(120)
final class StandaloneBadgeTest {

    private static final Path PAGE =
            Path.of(
                    "../adapters-in/src/main/resources/dev/supie/adapter/in/console",
                    "standalone-badge.html");

    private static final double REGRESSION_MILLIS_MAX = 60_000;

    private static BrowserPage opened(Browser browser, Site site) {
        String server = URLEncoder.encode(site.deviceUrl(), StandardCharsets.UTF_8);
        return browser.person().open(PAGE.toAbsolutePath().normalize().toUri() + "?url=" + server);
    }

    @Test
    void itsCasesPassAgainstThisServer(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        try (Browser browser = Browser.launched();
                Site site = Site.open(folder, "peer.allow_group=true")) {
            BrowserPage page = opened(browser, site);

            page.find("#all").click();

            awaitText(page, "#verdict", "passed");
            assertEquals(List.of(), page.find("#assertions .fail").allInnerTexts());
            assertEquals("28 passed, 0 failed", page.find("#verdict").innerText());
            assertEquals(List.of(), page.barriers());
            assertEquals(List.of(), page.troubles());
            page.picture("standalone");
        }
    }

    /// A case that the server does not pass has to be seen, and has to say what to do.
    @Test
    void peer2WithoutPermissionToWriteItSaysWhatToSet(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        try (Browser browser = Browser.launched();
                Site site = Site.open(folder)) {
            BrowserPage page = opened(browser, site);

            page.find("[data-case=redelivery]").click();

            awaitText(page, "#verdict", "0 passed, 1 failed");
            awaitText(page, "#assertions .fail", "peer.allow_group");
        }
    }

    @Test
    void itIsABadgeToTypeWith(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        try (Browser browser = Browser.launched();
                Site site = Site.open(folder)) {
            BrowserPage page = opened(browser, site);
            page.find("#place button[type=submit]").click();
            awaitText(page, "#state", "connected, chat");

            page.find("[data-mode=meeting]").click();
            awaitText(page, "#state", "connected, meeting");
            page.find("#words").fill("We decided to ship version two on Friday.");
            page.find("#words").press("Enter");
            page.find("#finalize").click();

            awaitText(page, "#screen", "We decided to ship version two on Friday.");
            page.find("#leave").click();
            awaitText(page, "#state", "not connected");
            assertEquals(List.of(), page.troubles());
        }
    }

    private static void awaitText(BrowserPage page, String selector, String text) {
        PlaywrightAssertions.assertThat(page.find(selector))
                .containsText(text, new ContainsTextOptions().setTimeout(REGRESSION_MILLIS_MAX));
    }
}
