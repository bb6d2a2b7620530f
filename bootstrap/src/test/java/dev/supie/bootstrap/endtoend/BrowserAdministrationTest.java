package dev.supie.bootstrap.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// What administrators do to the server in a browser: reload (CFG-3), level of the log, backup; and
/// that nobody else does.
@Timeout(120)
final class BrowserAdministrationTest {

    private static final String ADMIN = "admin-token-of-the-office";
    private static final String READER = "read-token-of-the-office";
    private static final String AT_FIRST = "mode_phrases: {working: [dig in]}\n";

    /// One that nobody has: levels are those of the whole process, in which other tests log.
    private static final String LOGGER = "org.example.nobody";

    private static Browser browser;
    private static Site site;
    private static Path file;

    private BrowserPage page;

    @BeforeAll
    static void open(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        browser = Browser.launched();
        file = Files.writeString(folder.resolve("supie.yaml"), AT_FIRST);
        site =
                Site.reading(
                        file,
                        folder.resolve("data"),
                        "server.admin_token=" + ADMIN,
                        "server.meeting_api_token=" + READER);
    }

    @AfterAll
    static void closeAll() {
        if (browser != null) {
            if (site != null) {
                site.close();
            }
            browser.close();
        }
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        page = browser.person();
        write(AT_FIRST);
        site.reload(ADMIN);
    }

    @AfterEach
    void nothingWentWrong() {
        // A refusal that a test asks for is shown as an error by the browser, too.
        page.forgive("Failed to load resource");
        assertEquals(List.of(), page.troubles());
        page.page().close();
    }

    private void signIn(String token) {
        page.open(site.httpUrl() + "/console/");
        page.find("#sign-in input").fill(token);
        page.find("#sign-in button").click();
        page.find("#sign-out").waitFor();
    }

    private Locator office(String selector) {
        return page.find("#administration " + selector);
    }

    @Test
    void cfg3AReloadSaysWhatChangedWhatWaitsAndWhatIsWrong()
            throws IOException, InterruptedException {
        signIn(ADMIN);

        reload(AT_FIRST);
        assertThat(office(".configuration .outcome")).hasText("Nothing has changed.");

        reload(AT_FIRST + "meeting: {workers: 3, retention: 7}\n");
        assertThat(office(".configuration .outcome p")).hasText("Changed: 2");
        assertThat(office(".findings li"))
                .hasText(
                        new String[] {
                            "meeting.retention", "meeting.workers from the next start on"
                        });
        office(".configuration").scrollIntoViewIfNeeded();
        page.picture("team-administration");

        reload(AT_FIRST + "meeting:\n  workers: many\n  retentoin: 7\n");
        assertThat(office(".configuration .outcome p")).hasText("Nothing was changed. Problems: 2");
        assertThat(office(".findings li").first()).containsText("supie.yaml:3: meeting.workers");
        assertThat(office(".findings li").last()).containsText("supie.yaml:4: meeting.retentoin");
        office(".configuration").scrollIntoViewIfNeeded();
        page.picture("team-administration-refused");
        assertEquals(List.of(), page.barriers());
    }

    /// The file is another one from the moment on in which it is asked for: a little later the
    /// server would have noticed by itself.
    private void reload(String text) {
        page.page()
                .route(
                        "**/supie/admin/reload",
                        route -> {
                            write(text);
                            route.resume();
                        },
                        new Page.RouteOptions().setTimes(1));
        office(".configuration button").click();
    }

    private static void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theLevelOfALoggerIsShownAndChanged() {
        signIn(ADMIN);
        assertThat(office(".log .outcome")).containsText("Now: ");

        office(".log .logger").fill(LOGGER);
        office(".log select").selectOption("trace");
        office(".log button").click();
        assertThat(office(".log .outcome")).hasText("Now: trace");
        office(".log .logger").fill("");
        office(".log .logger").press("Tab");
        assertThat(office(".log .outcome")).not().hasText("Now: trace");
        office(".log .logger").fill(LOGGER);
        office(".log .logger").press("Tab");
        assertThat(office(".log .outcome")).hasText("Now: trace");
        assertThat(office(".log select")).hasValue("trace");

        office(".log .logger").fill("no such name!");
        office(".log button").click();
        assertThat(office(".log .trouble")).containsText("logger must be at most 200 letters");
        office(".log .logger").fill(LOGGER);
        office(".log select").selectOption("info");
        office(".log button").click();
        assertThat(office(".log .outcome")).hasText("Now: info");
        assertThat(office(".log .trouble")).isEmpty();
    }

    @Test
    void aBackupIsSavedUnderTheNameTheServerGivesIt() throws IOException {
        signIn(ADMIN);
        office(".backup input").fill("no token");
        office(".backup button").click();
        assertThat(office(".backup .trouble")).hasText("That is no token of this server.");
        office(".backup input").fill(ADMIN);

        Download saved =
                page.page()
                        .waitForDownload(
                                new Page.WaitForDownloadOptions(),
                                () -> office(".backup button").click());

        String name = saved.suggestedFilename();
        try (ZipFile backup = new ZipFile(saved.path().toFile())) {
            assertTrue(backup.stream().anyMatch(entry -> entry.getName().equals("supie.mv.db")));
        }
        assertThat(office(".backup .outcome")).containsText(name + ", ");
    }

    @Test
    void aBackupThatIsRefusedSaysWhy() {
        backupIs(
                new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/json")
                        .setBody("{\"success\":false,\"error\":\"another backup is being made\"}"));
        signIn(ADMIN);

        office(".backup input").fill(ADMIN);
        office(".backup button").click();

        assertThat(office(".backup .trouble")).hasText("another backup is being made");
        assertThat(office(".backup .outcome")).isEmpty();
    }

    private void backupIs(Route.FulfillOptions answer) {
        page.page().route("**/supie/admin/backup", route -> route.fulfill(answer));
    }

    @Test
    void aReaderSeesNothingOfItAndMayNotDoItByHandEither() {
        signIn(READER);

        page.find("#tasks").waitFor();
        assertFalse(page.find("#administration").isVisible());
        assertFalse(page.find("#meetings .running").isVisible());
        assertEquals(
                List.of(403, 403, 403, 403, 403),
                page.page()
                        .evaluate(
                                """
                                async () => Promise.all([
                                  ["POST", "reload"], ["GET", "log-level"],
                                  ["POST", "log-level"], ["GET", "meetings/running"],
                                  ["GET", "backup"]
                                ].map(async ([method, path]) =>
                                  (await fetch(`../supie/admin/${path}`, {method})).status))
                                """));
    }

    @Test
    void whoHasSignedOutElsewhereIsToldSo() {
        signIn(ADMIN);
        page.find("#administration").waitFor();
        page.page()
                .evaluate(
                        "async () => { await fetch('../supie/admin/session', {method: 'DELETE'}) }");

        office(".configuration button").click();

        assertThat(office(".configuration .trouble")).hasText("You are not signed in any more.");
        page.find("#sign-in").waitFor();
        assertFalse(page.find("#administration").isVisible());
    }
}
