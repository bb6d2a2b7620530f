package dev.supie.bootstrap.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.supie.application.administration.port.ReloadReport;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.LogConfig;
import dev.supie.bootstrap.config.ManagedDocument;
import dev.supie.bootstrap.config.Management;
import dev.supie.bootstrap.config.ManagementAddress;
import dev.supie.bootstrap.config.ScriptedManagement;
import dev.supie.bootstrap.config.SupieConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// CFG-3: what comes of the three ways to have a configuration with a management server read again.
final class ConfigReloaderTest {

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    private final ScriptedManagement scripted =
            new ScriptedManagement().handingOut("log: {level: warn}");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("supie.yaml"), here("info"));
    }

    private static String here(String level) {
        return "config: {url: '" + ScriptedManagement.URL + "'}\nlog: {level: " + level + "}\n";
    }

    /// @param live the configuration that the reloader changes
    private record Running(LiveConfig live, ConfigReloader reloader) {

        LogConfig.Level level() {
            return live.get().log().level();
        }

        boolean everybody() {
            return live.get().peer().access().allowAll();
        }
    }

    private Running running(Management management) {
        var sources = new ConfigSources(Optional.of(file), Map.of(), List.of());
        var loaded =
                assertInstanceOf(
                        ConfigResult.Loaded.class, new ConfigReader(2, management).read(sources));
        var live = new LiveConfig(loaded.config());
        return new Running(live, new ConfigReloader(loaded, live));
    }

    @Test
    void aReloadTakesWhatIsHandedOutAndKeepsIt() {
        Running running = running(scripted);
        assertEquals(Optional.empty(), scripted.kept());
        running.reloader().keep();
        assertEquals(Optional.of("log: {level: warn}"), scripted.kept());

        scripted.handingOut("log: {level: debug}");
        assertEquals(
                new ReloadReport.Applied(List.of("log.level"), List.of()),
                running.reloader().reload());
        assertEquals(LogConfig.Level.DEBUG, running.level());
        assertEquals(Optional.of("log: {level: debug}"), scripted.kept());
    }

    @Test
    void whatIsWrongIsNeitherInForceNorKept() {
        Running running = running(scripted);
        running.reloader().keep();
        scripted.handingOut("log: {level: loud}");

        assertInstanceOf(ReloadReport.Refused.class, running.reloader().reload());
        running.reloader().look();
        assertEquals(LogConfig.Level.WARN, running.level());
        assertEquals(Optional.of("log: {level: warn}"), scripted.kept());
    }

    @Test
    void whatAPartOfTheServerCannotDoWithIsNeitherInForceNorKept() {
        Running running = running(scripted);
        running.reloader().keep();
        running.reloader().tell(new Refusing());
        scripted.handingOut("log: {level: debug}");

        assertInstanceOf(ReloadReport.Refused.class, running.reloader().reload());
        assertEquals(LogConfig.Level.WARN, running.level());
        assertEquals(Optional.of("log: {level: warn}"), scripted.kept());
    }

    private static final class Refusing implements Reloadable {

        @Override
        public void prepare(SupieConfig next) {
            throw new IllegalArgumentException("no");
        }

        @Override
        public void settle(SupieConfig inForce) {}
    }

    @Test
    void aChangedFileIsInForceWhileTheServerIsAway() throws IOException {
        Running running = running(scripted);
        scripted.away();
        Files.writeString(file, here("error") + "peer: {allow_all: true}");
        assertInstanceOf(ReloadReport.Refused.class, running.reloader().reload());
        assertTrue(!running.everybody());

        assertTrue(running.reloader().reloadFile());
        assertTrue(running.everybody());
        assertEquals(LogConfig.Level.WARN, running.level());
    }

    @Test
    void aFileWhoseTurnDoesNotComeIsNotReadAndThatIsSaid() throws IOException {
        Running running = running(scripted);
        Files.writeString(file, here("error") + "peer: {allow_all: true}");
        Thread.currentThread().interrupt();

        assertFalse(running.reloader().reloadFile());
        assertTrue(Thread.interrupted());
        assertFalse(running.everybody());
        assertTrue(running.reloader().reloadFile());
        assertTrue(running.everybody());
    }

    @Test
    void aFileWithAMistakeWasRead() throws IOException {
        Running running = running(scripted);
        Files.writeString(file, here("loud"));

        assertTrue(running.reloader().reloadFile());
        assertEquals(LogConfig.Level.WARN, running.level());
    }

    @Test
    void aRestartMayGoByTheLastGoodCopy() {
        Running running = running(scripted);
        running.reloader().keep();
        assertEquals(List.of(), running.reloader().obstacles());
        scripted.away();

        assertEquals(List.of(), running.reloader().obstacles());
    }

    @Test
    void aRestartWithoutADocumentAndACopyHasAnObstacle() {
        Running running = running(scripted);
        scripted.away();
        List<String> obstacles = running.reloader().obstacles();

        assertEquals(2, obstacles.size(), obstacles::toString);
        assertTrue(obstacles.getFirst().endsWith("there is no answer; look at it"));
        assertTrue(obstacles.getLast().contains("nor is there a last good copy"));
        assertEquals(LogConfig.Level.WARN, running.level());
    }

    @Test
    void whatAPartOfTheServerCannotDoWithIsAnObstacle() {
        Running running = running(scripted);
        running.live()
                .view(
                        config -> {
                            if (config.log().level() == LogConfig.Level.DEBUG) {
                                throw new IllegalArgumentException("too loud");
                            }
                            return config;
                        });
        assertEquals(List.of(), running.reloader().obstacles());
        scripted.handingOut("log: {level: debug}");

        assertEquals(
                List.of("the configuration cannot be used: too loud"),
                running.reloader().obstacles());
        assertEquals(LogConfig.Level.WARN, running.level());
    }

    @Test
    void aLookTakesWhatIsNewOnceTheServerIsBack() {
        Running running = running(scripted);
        scripted.away();
        running.reloader().look();
        running.reloader().look();
        assertEquals(LogConfig.Level.WARN, running.level());

        scripted.handingOut("log: {level: debug}");
        running.reloader().look();
        assertEquals(LogConfig.Level.DEBUG, running.level());
        assertEquals(Optional.of("log: {level: debug}"), scripted.kept());
    }

    @Test
    void whatIsWrongThereIsLoggedWhenItBeginsAndWhenItEnds() {
        Running running = running(scripted);
        var logger = (Logger) LoggerFactory.getLogger(ConfigReloader.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        logger.addAppender(said);
        Level before = logger.getEffectiveLevel();
        logger.setLevel(Level.INFO);
        try {
            scripted.away();
            running.reloader().look();
            running.reloader().look();
            scripted.handingOut("log: {level: warn}");
            running.reloader().look();
            running.reloader().look();
        } finally {
            logger.detachAppender(said);
            logger.setLevel(before);
        }

        assertEquals(
                List.of(
                        "configuration not changed, the old one stays: "
                                + file
                                + ":1: config.url = "
                                + ScriptedManagement.URL
                                + ": there is no answer; look at it",
                        "the configuration of config.url can be used again"),
                said.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    /// A management server that answers when it may, and then with something else each time.
    private static final class Slow implements Management {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch may = new CountDownLatch(1);
        private int asked;

        @Override
        public Answer ask(ManagementAddress address, Optional<ManagedDocument> known) {
            asked++;
            if (asked == 2) {
                reached.countDown();
                try {
                    may.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
            String yaml = "log: {level: " + (asked == 2 ? "debug" : "error") + "}";
            return new Answer.Fresh(
                    new ManagedDocument(address.url(), yaml, Optional.empty(), false));
        }

        @Override
        public Optional<ManagedDocument> lastGood(Path data, URI url) {
            return Optional.empty();
        }

        @Override
        public void keep(Path data, ManagedDocument document) {}
    }

    @Test
    @Timeout(30)
    void whoAsksWhileItIsBeingFetchedWaitsAndALookDoesNot() throws InterruptedException {
        var slow = new Slow();
        Running running = running(slow);
        CompletableFuture<ReloadReport> first =
                CompletableFuture.supplyAsync(running.reloader()::reload);
        slow.reached.await();
        running.reloader().look();
        assertEquals(2, slow.asked);
        assertEquals(LogConfig.Level.ERROR, running.level());
        CompletableFuture<ReloadReport> second =
                CompletableFuture.supplyAsync(running.reloader()::reload);
        assertTrue(!second.isDone());
        slow.may.countDown();

        var applied = new ReloadReport.Applied(List.of("log.level"), List.of());
        assertEquals(applied, first.join());
        assertEquals(applied, second.join());
        assertEquals(3, slow.asked);
        assertEquals(LogConfig.Level.ERROR, running.level());
    }
}
