package dev.supie.bootstrap.endtoend;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser without a window: the Chromium of this machine. Where there is none, the test is
/// skipped and counted so.
///
/// What drives it is the small npm package of the same version as the Java library; the library's
/// own bundle is 200 MB, for five systems.
final class Browser implements AutoCloseable {

    private static final String DRIVER_VERSION = "1.62.0";
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// The team's view looks every five seconds.
    private static final double ASSERTION_MILLIS_MAX = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// @param arguments for the command line of Chromium
    static Browser launched(String... arguments) throws IOException, InterruptedException {
        Optional<Path> executable =
                PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium on this machine");
        System.setProperty("playwright.cli.dir", driver().toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS_MAX);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        Map.of(
                                                "PLAYWRIGHT_NODEJS_PATH",
                                                "node",
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        // In a build everybody is root, whom the sandbox does not take.
                        .setArgs(
                                Stream.concat(Stream.of("--no-sandbox"), Stream.of(arguments))
                                        .toList());
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /// The library looks for `package/cli.js` in a folder of its own.
    private static Path driver() throws IOException, InterruptedException {
        Path code = NpmPackage.fetched("playwright-core", DRIVER_VERSION).path();
        Path folder = Files.createDirectories(code.resolveSibling("driver"));
        try {
            Files.createSymbolicLink(folder.resolve("package"), code);
        } catch (FileAlreadyExistsException _) {
            // An earlier run has done it.
        }
        return folder;
    }

    /// A person with a browser of their own: nothing is shared with others but the machine.
    BrowserPage person(String language, ColorScheme colours, int width, int height) {
        BrowserContext context =
                chromium.newContext(
                        new NewContextOptions()
                                .setLocale(language)
                                .setColorScheme(colours)
                                .setPermissions(List.of("microphone"))
                                .setViewportSize(width, height));
        contexts.add(context);
        return BrowserPage.in(context);
    }

    /// Who reads English by day, at a desk.
    BrowserPage person() {
        return person("en-US", ColorScheme.LIGHT, 1280, 900);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}
