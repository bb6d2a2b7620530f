package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The badge in the browser, in a browser: what its wearer does and sees, against the whole server.
@Timeout(120)
final class BrowserBadgeTest {

    private static Browser browser;
    private static EchoModel model;
    private static Site site;

    private final List<BrowserPage> pages = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path folder)
            throws IOException, InterruptedException, StartException {
        browser = Browser.launched();
        model = new EchoModel();
        site =
                Site.open(
                        folder,
                        Stream.concat(
                                        Arrays.stream(model.settings()),
                                        Stream.of("peer.allow_group=true"))
                                .toArray(String[]::new));
    }

    /// Also when the browser is missing and nothing was opened.
    @AfterAll
    static void closeAll() {
        if (browser != null) {
            site.close();
            model.close();
            browser.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        for (BrowserPage page : pages) {
            assertEquals(List.of(), page.troubles());
            page.page().close();
        }
    }

    private BrowserPage page(String path) {
        return page(browser.person(), path);
    }

    private BrowserPage page(BrowserPage person, String path) {
        pages.add(person);
        return person.open(site.httpUrl() + "/console/" + path);
    }

    @Test
    void chat1WhatIsTypedIsAnswered() throws IOException {
        BrowserBadge badge = page("badge").badge(0);

        badge.type("hello there");

        badge.awaitShown("You said hello there.");
        badge.awaitShown("I heard hello there.");
        assertTrue(badge.device().matches("browser-[0-9a-f]{4}-one"), badge.device());
        pages.getFirst().picture("badge-talk");
    }

    @Test
    void mtg6AMeetingOfTypedWordsBecomesMinutes() throws IOException {
        BrowserBadge badge = page("badge").badge(0);
        badge.mode("meeting");

        badge.type("We decided to ship version two on Friday.");
        badge.awaitShown("We decided to ship version two on Friday.");
        badge.type("Ana will write the release notes by Thursday.");
        badge.awaitShown("Ana will write");
        pages.getFirst().picture("badge-meeting");
        badge.finish();

        badge.root().locator("button[data-panel=minutes][aria-pressed=true]").waitFor();
        assertFalse(badge.screen().contains("No minutes yet"), badge.screen());
        pages.getFirst().picture("badge-minutes");
    }

    /// The second badge is on the same page, and of the same group.
    @Test
    void wf5ATaskThatIsDoneIsSeenOnTheOtherBadge() throws IOException, InterruptedException {
        BrowserPage page = page("badge?two");
        BrowserBadge one = page.badge(0);
        BrowserBadge two = page.badge(1);
        two.mode("working");
        one.mode("working");

        addTask("Order the new parts", "browser-");
        two.awaitShown("Order the new parts");
        one.awaitShown("Order the new parts");
        one.type("claim task one");
        two.awaitShown(one.device());
        page.picture("badge-two");
        one.type("mark task one done");

        two.root().locator(".tasks .done").waitFor();
    }

    private static void addTask(String title, String group)
            throws IOException, InterruptedException {
        String body =
                "{\"groupKey\":\"%s\",\"tasks\":[{\"id\":\"parts\",\"title\":\"%s\"}]}"
                        .formatted(group, title);
        var request =
                java.net.http.HttpRequest.newBuilder(
                                URI.create(site.httpUrl() + "/supie/workflow/tasks"))
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var response =
                site.client().send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
    }

    @Test
    void peer9AMessageWaitsForABadgeThatIsAway() {
        BrowserPage page = page("badge?two");
        BrowserBadge one = page.badge(0);
        BrowserBadge two = page.badge(1);
        two.disconnect();

        one.write(two.device(), "Lunch is at noon.");
        one.awaitNotice("TARGET_OFFLINE");
        two.connect();

        two.awaitShown("Lunch is at noon.");
        two.write(one.device(), "Coming.");
        one.awaitShown("Coming.");
        assertEquals(1, two.root().locator(".content .line").count(), two.screen());
    }

    @Test
    void cod1ASampleBuildBecomesAdvice() throws IOException {
        BrowserBadge badge = page("badge").badge(0);
        badge.mode("coding");

        badge.root().locator(".demo").click();

        badge.awaitShown("CartTest.addsTax");
        pages.getFirst().picture("badge-build");
    }

    @Test
    void framesAreFoundAndCopiedAsAConversation() throws IOException {
        BrowserPage page = page("badge");
        BrowserBadge badge = page.badge(0);
        badge.mode("working");
        badge.unfold("Frames", ".frames");

        badge.root().locator("input.filter").fill("\"mode\":\"working\"");
        badge.root().locator(".inspector .copy").click();

        String text = badge.root().locator("textarea.conversation").nth(0).inputValue();
        assertTrue(
                text.contains("> {\"type\":\"mode\",\"state\":\"start\",\"mode\":\"working\"}"),
                text);
        assertTrue(
                text.contains(
                        "< {\"type\":\"mode\",\"status\":\"ok\",\"state\":\"start\","
                                + "\"mode\":\"working\"}"),
                text);
        assertFalse(text.contains("hello"), text);
        badge.root().locator(".frame").first().click();
        assertTrue(badge.root().locator(".detail").innerText().contains("\"type\": \"mode\""));
        page.picture("badge-frames");
    }

    @Test
    void framesOfTwoBadgesAreOneConversation() {
        BrowserPage page = page("badge?two");
        page.badge(0).mode("working");
        page.badge(1);

        page.find("#together .copy").click();

        String text = page.find("#together textarea").inputValue();
        assertTrue(text.contains("one! connect /supie/v1/ Device-Id: browser-"), text);
        assertTrue(text.contains("two! connect /supie/v1/ Device-Id: browser-"), text);
        assertTrue(text.contains("one> {\"type\":\"mode\""), text);
    }

    /// DUP-1: another window takes over, and the first one does not fight for it.
    @Test
    void msg10ABadgeThatWasReplacedStaysAway() {
        BrowserPage person = browser.person();
        BrowserBadge first = page(person, "badge").badge(0);

        var second = person.page().context().newPage();
        second.navigate(site.httpUrl() + "/console/badge");

        first.awaitState("refused");
        second.locator(".state[data-state=open]").waitFor();
        second.close();
    }

    /// The next server has the same address, as after a restart.
    @Test
    void aBadgeComesBackByItselfAndSaysSo(@TempDir Path folder) throws IOException, StartException {
        String port;
        BrowserBadge badge;
        BrowserPage page;
        try (Site first = Site.open(folder)) {
            page = browser.person().open(first.httpUrl() + "/console/badge");
            badge = page.badge(0);
            port = "server.port=" + URI.create(first.deviceUrl()).getPort();
        }
        badge.awaitState("waiting");
        assertTrue(badge.root().locator(".state").innerText().contains("next try in"));
        page.picture("badge-waiting");

        try (Site second = Site.open(folder, port)) {
            badge.awaitState("open");
            badge.mode("working");
        }
        // That nobody listened for a while is what the browser complains of.
        page.forgive("WebSocket connection to");
        assertEquals(List.of(), page.troubles());
    }

    @Test
    void nobodyIsKeptOut() throws IOException, InterruptedException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            BrowserPage page = page(browser.person("zh-CN", colours, 390, 800), "badge?two");
            BrowserBadge badge = page.badge(0);
            badge.mode("meeting");
            badge.type("我们决定周五发布第二版。");
            badge.awaitShown("我们决定周五发布第二版。");
            page.find("details").evaluateAll("all => all.forEach(each => each.open = true)");

            assertEquals(List.of(), page.barriers());
            assertEquals("zh-CN", page.find("html").getAttribute("lang"));
            assertEquals(
                    390.0,
                    ((Number) page.page().evaluate("document.documentElement.scrollWidth"))
                            .doubleValue());
            page.picture("badge-phone-" + colours.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void theStartPageKeepsNobodyOut() throws IOException, InterruptedException {
        BrowserPage page = page("");

        assertEquals(List.of(), page.barriers());
        page.find("a.big[href=badge]").click();
        page.badge(0);
    }
}
