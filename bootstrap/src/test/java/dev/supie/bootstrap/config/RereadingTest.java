package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CFG-3: what reading a file again finds out, and what it leaves for the next start.
final class RereadingTest {

    @TempDir private Path folder = Path.of("");

    private ConfigResult.Loaded started(String yaml, String... settings) {
        return ConfigText.loaded(new ConfigText(folder).read(yaml, Map.of("KEY", "k"), settings));
    }

    private Reread reread(ConfigResult.Loaded inForce, String yaml) throws IOException {
        Files.writeString(folder.resolve(ConfigText.NAME), yaml);
        return inForce.again().read();
    }

    private Reread.Usable usable(ConfigResult.Loaded inForce, String yaml) throws IOException {
        return assertInstanceOf(Reread.Usable.class, reread(inForce, yaml));
    }

    @Test
    void theSameFileChangesNothing() throws IOException {
        String yaml = "llm: {main: {base_url: 'http://a.example/v1', model: m, api_key: s}}";

        Reread.Usable again = usable(started(yaml), yaml);

        assertEquals(List.of(), again.changed());
        assertEquals(started(yaml).config(), again.next().config());
    }

    @Test
    void changesAreNamedByKeyAndInForce() throws IOException {
        ConfigResult.Loaded start = started("meeting: {transcript_push_interval_ms: 4000}");

        Reread.Usable again =
                usable(
                        start,
                        """
                        meeting: {transcript_push_interval_ms: 6000}
                        peer: {allow_all: true}
                        """);

        assertEquals(
                List.of("meeting.transcript_push_interval_ms", "peer.allow_all"), again.changed());
        assertEquals(List.of(), again.needRestart());
        assertEquals(
                Duration.ofSeconds(6), again.next().config().meeting().transcriptPushInterval());
    }

    @Test
    void whatNeedsARestartIsNamedAgainAndAgainButNotInForce() throws IOException {
        String changed = "server: {port: 9000, duplicate_policy: reject}";
        Reread.Usable first = usable(started("server: {port: 8500}"), changed);
        Reread.Usable second = usable(first.next(), changed);

        assertEquals(List.of("server.duplicate_policy", "server.port"), first.changed());
        assertEquals(List.of("server.port"), first.needRestart());
        assertEquals(8500, first.next().config().server().port());
        assertEquals(List.of("server.port"), second.changed());
        assertEquals(List.of("server.port"), second.needRestart());
        assertEquals(8500, second.next().config().server().port());
        assertEquals(List.of(), usable(second.next(), "server: {port: 8500}").needRestart());
    }

    @Test
    void theCommandLineStillWins() throws IOException {
        ConfigResult.Loaded start = started("", "log.level=warn");

        assertEquals(List.of(), usable(start, "log: {level: debug}").changed());
    }

    @Test
    void anAliasThatIsNewOrGoneIsNamedByWhatWasGivenOfIt() throws IOException {
        String model = "llm: {%s: {base_url: 'http://a.example/v1', model: m}}";
        ConfigResult.Loaded start = started(model.formatted("a"));

        assertEquals(
                List.of(
                        "llm.a.base_url",
                        "llm.a.model",
                        "llm.b.base_url",
                        "llm.b.model",
                        "llm_by_mode.default"),
                usable(start, model.formatted("b")).changed());
    }

    @Test
    void anAliasThatNeedsARestartStaysAsItWas() throws IOException {
        String voice = "tts: {cloud: {base_url: 'http://%s.example/v1', model: m}}";
        ConfigResult.Loaded start = started(voice.formatted("a"));

        Reread.Usable again = usable(start, voice.formatted("b"));

        assertEquals(List.of("tts.cloud.base_url"), again.needRestart());
        assertEquals(start.config().speaking(), again.next().config().speaking());
        assertEquals(
                start.config().speaking(), usable(again.next(), "").next().config().speaking());
    }

    @Test
    void aSecretInAFileIsComparedButNeverHalfTaken() throws IOException {
        Path admin = Files.writeString(folder.resolve("admin"), "first-secret");
        Path model = Files.writeString(folder.resolve("model"), "first-key");
        String yaml =
                """
                server: {admin_token: 'file:admin', port: %d}
                llm: {main: {base_url: 'http://a.example/v1', model: m, api_key: 'file:model'}}
                """;
        ConfigResult.Loaded start = started(yaml.formatted(1));
        Files.writeString(admin, "second-secret");
        Files.writeString(model, "second-key");

        Reread.Usable again = usable(start, yaml.formatted(1));

        assertEquals(List.of("llm.main.api_key", "server.admin_token"), again.changed());
        assertEquals(List.of("server.admin_token"), again.needRestart());
        SupieConfig next = again.next().config();
        assertEquals(
                Optional.of("first-secret"), next.enrolment().adminToken().map(Secret::reveal));
        assertEquals(
                Optional.of("second-key"),
                next.languageModels()
                        .meetingModel()
                        .flatMap(LanguageModelConfig::apiKey)
                        .map(Secret::reveal));
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws IOException {
        Reread again = reread(started(""), "server: {prot: 1}\nlog: {level: loud}");

        assertEquals(2, assertInstanceOf(Reread.Invalid.class, again).problems().size());
    }

    @Test
    void aFileThatIsGoneIsWrong() throws IOException {
        ConfigResult.Loaded start = started("");
        Files.delete(folder.resolve(ConfigText.NAME));

        assertInstanceOf(Reread.Invalid.class, start.again().read());
    }
}
