package dev.supie.bootstrap.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The team's view in a browser: who may see what, and what can be done there.
@Timeout(120)
final class BrowserTeamTest {

    private static final String ADMIN = "admin-token-of-the-team";
    private static final String READER = "read-token-of-the-team";

    private static Browser browser;
    private static Site site;

    private final List<BrowserPage> pages = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        browser = Browser.launched();
        site =
                Site.open(
                        folder,
                        "server.enrolment=approve",
                        "server.admin_token=" + ADMIN,
                        "server.meeting_api_token=" + READER);
    }

    @AfterAll
    static void closeAll() {
        if (browser != null) {
            site.close();
            browser.close();
        }
    }

    /// A refusal that a test asks for is shown as an error by the browser, too.
    @AfterEach
    void nothingWentWrong() {
        for (BrowserPage page : pages) {
            page.forgive("Failed to load resource");
            assertEquals(List.of(), page.troubles());
            page.page().close();
        }
    }

    private BrowserPage page(BrowserPage person, String path) {
        pages.add(person);
        return person.open(site.httpUrl() + "/console/" + path);
    }

    private BrowserPage signedIn(BrowserPage person, String token) {
        BrowserPage page = page(person, "");
        // The last that is asked for: what is shown then no longer moves.
        page.page()
                .waitForResponse(
                        answer -> answer.url().contains("/supie/workflow?"),
                        () -> signIn(page, token));
        page.find("#sign-out").waitFor();
        return page;
    }

    private static void signIn(BrowserPage page, String token) {
        page.find("#sign-in input").fill(token);
        page.find("#sign-in button").click();
    }

    @Test
    void ota1ANewBadgeIsApprovedWithOneClick() throws IOException {
        BrowserPage wearer = page(browser.person(), "badge");
        assertThat(wearer.find(".notice")).containsText("# ");
        String code = wearer.find(".notice").innerText().substring(2);

        BrowserPage team = signedIn(browser.person(), ADMIN);
        Locator applicant =
                team.find(".applicant").filter(new Locator.FilterOptions().setHasText(code));
        applicant.waitFor();
        team.picture("team-pending");
        applicant.locator("button").first().click();

        BrowserBadge badge = wearer.badge(0);
        assertThat(team.find("#devices .virtual-row").first()).containsText(badge.device());
    }

    @Test
    void nobodySeesNothingAndAWrongTokenIsRefused() {
        BrowserPage page = page(browser.person(), "");

        signIn(page, "guess");

        assertThat(page.find("#sign-in-trouble")).containsText("no token of this server");
        assertFalse(page.find("#devices").isVisible());
        assertFalse(page.find("#guarded").isVisible());
    }

    @Test
    void whoSignsOutSeesNothingAnyMore() {
        BrowserPage page = signedIn(browser.person(), ADMIN);
        page.find("#devices").waitFor();

        page.find("#sign-out").click();

        page.find("#sign-in").waitFor();
        assertFalse(page.find("#devices").isVisible());
        assertFalse(page.find("#guarded").isVisible());
    }

    @Test
    void aReaderReadsAndIsToldThatChangingIsForOthers() {
        BrowserPage page = signedIn(browser.person(), READER);
        page.find("#guarded").waitFor();
        assertFalse(page.find("#devices").isVisible());

        page.find(".add input").fill("Not for me");
        page.find(".add button").click();

        assertThat(page.find("#tasks .trouble")).containsText("reading only");
    }

    @Test
    void wf5TasksAreAddedDraggedAndFiltered() throws IOException {
        BrowserPage page = signedIn(browser.person(), ADMIN);
        page.find("#tasks .group").fill("team");
        page.find("#tasks .group").press("Tab");
        for (String title : List.of("Order the new parts", "Write the release notes")) {
            page.find(".add input").fill(title);
            page.find(".add button").click();
            assertThat(page.find(".column.open")).containsText(title);
        }

        // What moves while it is dragged is not what was taken.
        page.find(".board").scrollIntoViewIfNeeded();
        task(page, "Order the new parts").dragTo(page.find(".column.done"));
        assertThat(page.find(".column.done")).containsText("Order the new parts");
        task(page, "Write the release notes").locator("button").press("Enter");
        assertThat(page.find(".column.done .number")).hasText("2");
        task(page, "Write the release notes").locator("button").click();
        assertThat(page.find(".column.open")).containsText("Write the release notes");
        page.picture("team-tasks");

        page.find("#tasks .filter").fill("parts");
        assertThat(page.find(".column.open .number")).hasText("0");
        assertThat(page.find(".column.done .number")).hasText("1");
    }

    private static Locator task(BrowserPage page, String title) {
        return page.find(".task").filter(new Locator.FilterOptions().setHasText(title));
    }

    /// OBS-1: from the classes of a histogram, as Prometheus itself estimates them.
    @Test
    void percentilesAreEstimatedWithinTheirClass() {
        BrowserPage page = page(browser.person(), "");

        Object estimated =
                page.page()
                        .evaluate(
                                """
                                async () => {
                                  const module = new URL("team/percentiles.js", location.href);
                                  const { classes, between, percentile } = await import(module);
                                  const text = (...counts) => ["0.001", "0.002", "+Inf"]
                                    .map((most, n) => `x_bucket{le="${most}"} ${counts[n]}`)
                                    .join("\\n");
                                  const all = classes(text(10, 20, 40), "x");
                                  const fresh = classes(text(1, 2, 4), "x");
                                  return [
                                    percentile(all, 0.25), percentile(all, 0.375),
                                    percentile(all, 0.99), percentile(between(all, all), 0.5),
                                    percentile(between(fresh, all), 0.25),
                                    percentile(between(all, fresh), 0.25),
                                  ].join(" ");
                                }
                                """);

        assertEquals("0.001 0.0015 0.002  0.001 0.001", estimated);
    }

    @Test
    void theArchiveIsReadAndSearched(@TempDir Path folder) throws Exception {
        try (Site open = Site.open(folder)) {
            Badge badge = open.badge("aa:01");
            badge.startMeeting();
            badge.ask(
                    Messages.snippet("We decided to ship version two on Friday."),
                    Messages.ofType("meeting"));
            badge.ask(Messages.mode("end", "meeting"), Messages.ofType("mode"));
            BrowserPage page = browser.person("en-US", ColorScheme.DARK, 1280, 1100);
            pages.add(page);
            page.open(open.httpUrl() + "/console/");

            page.find("#meetings .search input").fill("version friday");
            page.find("#meetings .search button").click();
            assertThat(page.find(".meetings button")).hasCount(1);
            page.find(".meetings button").click();

            assertThat(page.find(".meeting .minutes")).containsText("We decided to ship");
            assertThat(page.find(".transcript")).containsText("We decided to ship");
            page.find(".transcript .segment").click();
            assertThat(page.find(".meeting .whole")).containsText("We decided to ship");
            Page.WaitForDownloadOptions none = new Page.WaitForDownloadOptions();
            var download =
                    page.page().waitForDownload(none, () -> page.find(".meeting .export").click());
            assertTrue(download.suggestedFilename().endsWith(".md"), download.suggestedFilename());
            page.picture("team-archive");
        }
    }

    @Test
    void nobodyIsKeptOut() throws IOException, InterruptedException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            BrowserPage page = signedIn(browser.person("zh-CN", colours, 390, 800), ADMIN);
            assertThat(page.find("#numbers figure")).hasCount(7);

            assertEquals(List.of(), page.barriers());
            assertEquals(
                    390.0,
                    ((Number) page.page().evaluate("document.documentElement.scrollWidth"))
                            .doubleValue());
            page.picture("team-phone-" + colours.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
