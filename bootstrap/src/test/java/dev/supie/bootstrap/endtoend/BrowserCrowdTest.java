package dev.supie.bootstrap.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A whole office on one server, and a page of the team's view that stays smooth: 300 badges are
/// connected, and a meeting of 3,000 segments goes on.
@Timeout(120)
final class BrowserCrowdTest {

    private static final String ADMIN = "admin-token-of-the-crowd";
    private static final int BADGES = 300;
    private static final int SEGMENTS = 3_000;

    /// Enough of them to have the page draw its list anew.
    private static final int WORKING = 20;

    private static final Duration TASK_MAX = Duration.ofMillis(100);

    /// Work for several times what a task may take. Not so many milliseconds of the clock, of which
    /// a machine that is busy gives the page few.
    private static final String BE_BUSY =
            "() => { let sum = 0; for (let n = 1; n < 4e8; n++) sum += n % 7; return sum; }";

    @Test
    void threeHundredBadgesAndAMeetingOfHoursStaySmooth(@TempDir Path folder) throws Exception {
        try (LongMeeting meeting =
                new LongMeeting(folder, Instant.now().minus(Duration.ofMinutes(6)))) {
            meeting.talkByTurns(SEGMENTS, n -> "segment " + (n + 1) + " of what was said that day");
        }
        try (Browser browser = Browser.launched();
                Site site = Site.open(folder, "server.admin_token=" + ADMIN)) {
            Badge recorder = site.badge("badge");
            recorder.startMeeting();
            List<Badge> badges = new ArrayList<>();
            for (int n = 1; n < BADGES; n++) {
                badges.add(site.badge("badge-%03d".formatted(n)));
            }
            BrowserPage page = browser.person().open(site.httpUrl() + "/console/");

            PageTasks tasks =
                    PageTasks.during(
                            page.page(), () -> everythingIsLookedAt(page, recorder, badges));

            page.picture("team-many");
            assertEquals(List.of(), tasks.over(TASK_MAX));
            assertEquals(List.of(), page.barriers());
            assertEquals(List.of(), page.troubles());
            assertFalse(
                    PageTasks.during(page.page(), () -> page.page().evaluate(BE_BUSY))
                            .over(TASK_MAX)
                            .isEmpty());
        }
    }

    private static void everythingIsLookedAt(BrowserPage page, Badge recorder, List<Badge> badges) {
        page.find("#sign-in input").fill(ADMIN);
        page.find("#sign-in button").click();
        page.find(".runs button").click();
        assertThat(page.find(".meeting .count")).hasText("Segments: " + SEGMENTS);
        Locator transcript = page.find(".transcript");
        assertThat(transcript.locator(".virtual-row").last())
                .containsText("segment " + SEGMENTS + " ");
        scrollThrough(page);
        assertThat(page.find(".devices .virtual-row").last())
                .containsText("badge-%03d".formatted(BADGES - 1));
        assertTrue(transcript.locator(".virtual-row").count() < 60);

        page.find(".devices").evaluate("list => list.scrollTop = 0");
        Locator kick = page.find(".devices .virtual-row[data-key=badge-001] button");
        kick.focus();
        badges.subList(0, WORKING).forEach(badge -> badge.say(Messages.mode("start", "working")));
        recorder.say(Messages.snippet("And this is said while everybody looks."));
        assertThat(page.find(".devices")).containsText("working");
        // The list was drawn anew, and whoever uses the keyboard is still there.
        assertThat(kick).isFocused();
        assertThat(transcript.locator(".virtual-row").last()).containsText("while everybody looks");
        assertThat(page.find("#numbers .several b")).containsText(" ms");
    }

    private static void scrollThrough(BrowserPage page) {
        for (int step = 0; step <= 20; step++) {
            for (String list : List.of(".transcript", ".devices")) {
                page.find(list)
                        .evaluate(
                                "(list, part) => list.scrollTop = list.scrollHeight * part",
                                step / 20.0);
            }
            page.page().evaluate("() => new Promise(requestAnimationFrame)");
        }
    }
}
