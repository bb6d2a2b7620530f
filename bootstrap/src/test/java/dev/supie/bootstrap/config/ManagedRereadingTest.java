package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CFG-3: when a management server is asked again while the server runs, and what comes of it.
final class ManagedRereadingTest {

    private static final String URL = ScriptedManagement.URL;
    private static final String OTHER_URL = "https://other.example/supie.yaml";
    private static final String HERE = "config: {url: '" + URL + "'}\n";
    private static final String ELSEWHERE = "config: {url: '" + OTHER_URL + "'}\n";

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    private final ScriptedManagement management = new ScriptedManagement();

    @BeforeEach
    void write() {
        file = folder.resolve(ConfigText.NAME);
        write(HERE);
    }

    private void write(String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ConfigResult.Loaded started() {
        var sources = new ConfigSources(Optional.of(file), Map.of(), List.of());
        return ConfigText.loaded(new ConfigReader(2, management).read(sources));
    }

    private static Reread.Usable usable(Reread reread) {
        return assertInstanceOf(Reread.Usable.class, reread);
    }

    private static int connections(Reread reread) {
        return usable(reread).next().config().server().maxConnections();
    }

    private static String level(Reread reread) {
        return usable(reread).next().config().log().level().name();
    }

    @Test
    void whatIsNewThereIsInForceAndNamed() {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.handingOut("log: {level: debug}\nserver: {max_connections: 5}");
        Reread.Usable again = usable(start.again().read());

        assertEquals(List.of("log.level", "server.max_connections"), again.changed());
        assertEquals(List.of("server.max_connections"), again.needRestart());
        assertEquals("DEBUG", level(again));
        assertEquals(10_000, connections(again));
    }

    @Test
    void anAnswerThatFailsChangesNothingWhateverTheFileSays() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.away();
        Files.writeString(file, HERE + "peer: {allow_all: true}");

        Reread.Invalid again = assertInstanceOf(Reread.Invalid.class, start.again().read());

        assertEquals(1, again.problems().size());
        assertTrue(again.problems().getFirst().text().contains("there is no answer"));
    }

    @Test
    void anAnswerThatIsWrongChangesNothing() {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.handingOut("log: {level: loud}");

        assertInstanceOf(Reread.Invalid.class, start.again().read());
    }

    @Test
    void aServerThatKnowsTagsIsToldOne() {
        management.handingOut("log: {level: warn}", "\"v1\"");
        ConfigResult.Loaded start = started();
        assertEquals(Optional.empty(), management.known());
        management.sayingUnchanged();

        assertEquals(List.of(), usable(start.again().read()).changed());
        assertEquals(Optional.of("\"v1\""), management.known().flatMap(ManagedDocument::tag));
    }

    @Test
    void aFileCanBeChangedWhileTheServerIsAway() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.away();
        Files.writeString(file, HERE + "peer: {allow_all: true}");
        Reread.Usable again = usable(start.again().readFile());

        assertEquals(List.of("peer.allow_all"), again.changed());
        assertEquals("WARN", level(again));
        assertEquals(1, management.asked().size());
    }

    @Test
    void aFileThatNamesAnotherPlaceHasThatAsked() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, ELSEWHERE);
        management.away();
        assertInstanceOf(Reread.Invalid.class, start.again().readFile());
        assertEquals(Optional.empty(), management.known(), "what is known is of another place");

        management.handingOutAt(OTHER_URL, "peer: {allow_all: true}");
        Reread.Usable again = usable(start.again().readFile());

        assertEquals(List.of("config.url", "log.level", "peer.allow_all"), again.changed());
        assertEquals(List.of(), again.needRestart());
        assertEquals("INFO", level(again));
        assertEquals(OTHER_URL, management.asked().getLast().url().toString());
    }

    @Test
    void anotherSecretHasItAskedToo() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, "config: {url: '" + URL + "', secret: s}");

        assertEquals(List.of("config.secret"), usable(start.again().readFile()).changed());
        assertEquals(2, management.asked().size());
    }

    @Test
    void aFileThatNamesNoPlaceAnyMoreIsAllThereIs() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, "");
        Reread.Usable again = usable(start.again().readFile());

        assertEquals(List.of("config.url", "log.level"), again.changed());
        assertEquals("INFO", level(again));
        assertEquals(Optional.empty(), again.next().again().look());
        assertEquals(1, management.asked().size());
    }

    @Test
    void aLookFindsOnlyWhatIsNew() {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        assertEquals(Optional.empty(), start.again().look());
        management.sayingUnchanged();
        assertEquals(Optional.empty(), start.again().look());

        management.handingOut("log: {level: debug}");
        Reread.Usable again = usable(start.again().look().orElseThrow());

        assertEquals(List.of("log.level"), again.changed());
        assertEquals(Optional.empty(), again.next().again().look());
    }

    @Test
    void aLookSaysWhatIsWrong() {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.away();
        assertInstanceOf(Reread.Invalid.class, start.again().look().orElseThrow());
        management.handingOut("log: {level: loud}");
        assertInstanceOf(Reread.Invalid.class, start.again().look().orElseThrow());
    }

    @Test
    void aLookTriesAnotherPlaceThatWasAwayWhenTheFileNamedIt() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, ELSEWHERE);
        management.away();
        assertInstanceOf(Reread.Invalid.class, start.again().readFile());
        assertInstanceOf(Reread.Invalid.class, start.again().look().orElseThrow());

        management.handingOutAt(OTHER_URL, "log: {level: debug}");
        assertEquals("DEBUG", level(start.again().look().orElseThrow()));
        assertEquals(OTHER_URL, management.asked().getLast().url().toString());
        assertEquals(Optional.empty(), management.known(), "what is known is of another place");
    }

    @Test
    void aLookTriesAnotherSecretThatWasRefusedWhenTheFileNamedIt() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, "config: {url: '" + URL + "', secret: another}");
        management.away();
        assertInstanceOf(Reread.Invalid.class, start.again().readFile());

        management.handingOut("log: {level: warn}");
        assertEquals("WARN", level(start.again().look().orElseThrow()));
    }

    @Test
    void aLookAsksNobodyOnceTheFileNamesNoPlace() throws IOException {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(file, "");

        assertEquals(Optional.empty(), start.again().look());
        assertEquals(1, management.asked().size());
    }

    @Test
    void aLookPresentsTheSecretAsItIsByNow() throws IOException {
        Files.writeString(folder.resolve("secret"), "first");
        Files.writeString(file, "config: {url: '" + URL + "', secret: 'file:secret'}");
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        Files.writeString(folder.resolve("secret"), "second");
        start.again().look();

        assertEquals(
                List.of(Optional.of(new Secret("first")), Optional.of(new Secret("second"))),
                management.asked().stream().map(ManagementAddress::secret).toList());
    }

    @Test
    void afterAStartFromACopyALookFindsTheRealOneEvenIfItIsTheSame() {
        management.having(Path.of("data"), "log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.handingOut("log: {level: warn}");
        Reread.Usable again = usable(start.again().look().orElseThrow());

        assertEquals(List.of(), again.changed());
        assertTrue(
                !again.next().effectiveValues().yaml().contains("last good copy"),
                "it is no copy any more");
    }

    @Test
    void aFileThatChangesMeanwhileIsNotTakenByHalf() {
        management.handingOut("log: {level: warn}");
        ConfigResult.Loaded start = started();
        management.meanwhile(() -> write(ELSEWHERE)).handingOut("log: {level: debug}");

        assertEquals(List.of("log.level"), usable(start.again().read()).changed());
    }

    @Test
    void aFileThatChangesDuringAStartIsTakenAsItIsThen() {
        management.handingOut("log: {level: warn}");
        management.meanwhile(() -> write(HERE + "peer: {allow_all: true}"));

        assertTrue(started().config().peer().access().allowAll());
    }

    @Test
    void aPlaceThatTheFileNamesSinceAStartBeganIsAskedToo() {
        management.handingOut("log: {level: warn}");
        management.meanwhile(
                () -> {
                    write(ELSEWHERE);
                    if (management.asked().size() == 2) {
                        management.handingOutAt(OTHER_URL, "log: {level: debug}");
                    }
                });

        assertEquals(LogConfig.Level.DEBUG, started().config().log().level());
        assertEquals(
                List.of(URL, OTHER_URL),
                management.asked().stream().map(each -> each.url().toString()).toList());
    }

    @Test
    void aFileThatNamesNobodyAnyMoreStartsByItself() {
        management.handingOut("log: {level: warn}");
        management.meanwhile(() -> write("log: {level: debug}"));

        assertEquals(LogConfig.Level.DEBUG, started().config().log().level());
        assertEquals(1, management.asked().size());
    }
}
