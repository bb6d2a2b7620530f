package dev.supie.bootstrap.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A page in a browser, and everything that went wrong on it.
final class BrowserPage {

    private static final String AXE_VERSION = "4.10.3";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "screenshots");

    /// What axe found, one line each.
    private static final String FIND =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160)
                + ' ' + (node.failureSummary ?? '').replaceAll(/\\s+/g, ' ').slice(0, 300)))
            """;

    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private BrowserPage(Page page) {
        this.page = page;
    }

    static BrowserPage in(BrowserContext context) {
        context.setDefaultTimeout(LIMIT.toMillis());
        BrowserPage made = new BrowserPage(context.newPage());
        made.watch();
        return made;
    }

    private void watch() {
        page.onPageError(troubles::add);
        page.onConsoleMessage(
                message -> {
                    // Violations of the Content-Security-Policy are told here too.
                    if (message.type().equals("error")) {
                        troubles.add(message.text());
                    }
                });
    }

    Page page() {
        return page;
    }

    BrowserPage open(String url) {
        page.navigate(url);
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /// The badge of that name on the page, once it is connected.
    BrowserBadge badge(int index) {
        BrowserBadge badge = new BrowserBadge(page.locator("section.badge").nth(index));
        badge.awaitState("open");
        return badge;
    }

    /// Errors of scripts and of the console, violations of the policy among them.
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    void forgive(String part) {
        troubles.removeIf(trouble -> trouble.contains(part));
    }

    /// What keeps people who hear, magnify or type from using the page.
    List<?> barriers() throws IOException, InterruptedException {
        Path code = NpmPackage.fetched("axe-core", AXE_VERSION).path().resolve("axe.min.js");
        page.evaluate(Files.readString(code));
        return (List<?>) page.evaluate(FIND);
    }

    /// Keeps what is to be seen, for people: `target/screenshots`.
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(PICTURES.resolve(name + ".png")));
    }
}
