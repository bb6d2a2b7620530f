package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CFG-2: where secrets may come from, and that they are never seen.
final class SecretsTest {

    private static final String SECRET = "hunter-2-and-more";

    @TempDir private Path folder = Path.of("");

    @Test
    void secretFromAVariable() {
        ConfigResult result =
                new ConfigText(folder)
                        .read("server: {meeting_api_token: '${TOKEN}'}", Map.of("TOKEN", SECRET));

        assertEquals(SECRET, token(result));
    }

    @Test
    void secretFromAFileBesideTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("token.txt"), SECRET + "\n");

        ConfigResult result =
                new ConfigText(folder).read("server: {meeting_api_token: 'file:token.txt'}");

        assertEquals(SECRET, token(result));
    }

    @Test
    void largeFileIsNoSecret() throws IOException {
        Files.writeString(folder.resolve("t"), "x".repeat(SecretKind.FILE_BYTES_MAX + 1));

        assertEquals(
                List.of(
                        "supie.yaml:1: server.meeting_api_token = file:t: the file is larger than"
                                + " 65536 bytes; name the file that holds the secret alone"),
                new ConfigText(folder).problems("server: {meeting_api_token: 'file:t'}"));
    }

    @Test
    void fileOfManyLinesIsNotQuoted() throws IOException {
        Files.writeString(folder.resolve("t"), SECRET + "\nsecond line\n");

        assertEquals(
                List.of(
                        "supie.yaml:1: server.meeting_api_token = file:t: the secret is more than"
                                + " one line of text; put the secret alone into the file"),
                new ConfigText(folder).problems("server: {meeting_api_token: 'file:t'}"));
    }

    /// Files that are wrong in ways in which a parser or message might repeat what it read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server: {meeting_api_token: hunter-2-and-more, port: x}",
                "server: {meeting_api_tokken: hunter-2-and-more}",
                "server: {admin_token: hunter-2-and-more, port: x}",
                "server:\n  meeting_api_token: hunter-2-and-more\n  meeting_api_token: x",
                "server:\n  meeting_api_token: \"hunter-2-and-more\n",
                "server:\n  meeting_api_token: hunter-2-and-more\n ip: : x",
                "server: {meeting_api_token: *hunter-2-and-more}",
                "server: {meeting_api_token: !hunter-2-and-more x, port: x}",
                "server: {meeting_api_token: [hunter-2-and-more]}",
                "server: {meeting_api_token: {hunter-2-and-more: x}}",
                "server: {meeting_api_token: bearer hunter-2-and-more}",
                "server: {meeting_api_token: \"hunter-2-and-more\\nx\"}",
                "server: {meeting_api_token: '${hunter-2-and-more}'}",
                "data: {url: 'jdbc:postgresql://h/s?password=hunter-2-and-more'}",
                "data: {url: 'jdbc:postgresql://u:hunter-2-and-more@h/s'}",
                "data: {password: hunter-2-and-more}",
                "llm: {a: {base_url: 'https://x:hunter-2-and-more@h/v1', model: m}}",
                "llm: {a: {key: hunter-2-and-more, base_url: 'https://h/v1', model: m}}",
                "llm: {a: {apikye: hunter-2-and-more, base_url: 'https://h/v1', model: m}}",
                "llm: {a: {headers: {Authorization: hunter-2-and-more}}}",
                "passwort: hunter-2-and-more",
                "meeting: {webhook: {secret: hunter-2-and-more}}",
                "meeting: {webhook: {headers: {X-A: hunter-2-and-more}}}",
                "meeting: {webhook: {url: 'https://h/', headers: {Host: hunter-2-and-more}}}",
                "meeting: {webhook: {url: 'https://h/', headers: {X-A: é hunter-2-and-more}}}",
                "meeting: {webhook: {url: 'https://h/', headers: {X-A: [hunter-2-and-more]}}}",
                "meeting: {webhook: {url: 'https://h/', headers: hunter-2-and-more}}",
                "meeting: {webhook: {url: 'https://x:hunter-2-and-more@h/'}}",
            })
    void noMessageRepeatsASecret(String yaml) {
        ConfigResult result = new ConfigText(folder).read(yaml);

        List<String> problems = new ConfigText(folder).problems(result);
        assertFalse(problems.toString().contains(SECRET), problems::toString);
        assertFalse(result.toString().contains(SECRET), result::toString);
    }

    @Test
    void shownConfigurationMasksSecrets() {
        ConfigResult.Loaded loaded =
                ConfigText.loaded(
                        new ConfigText(folder)
                                .read(
                                        "server: {meeting_api_token: hunter-2-and-more}",
                                        Map.of(
                                                "KEY", SECRET,
                                                "SUPIE_DATA_PASSWORD", SECRET,
                                                "SUPIE_DATA_URL", "jdbc:postgresql://h/s"),
                                        "llm.a.base_url=http://h/v1",
                                        "llm.a.model=m",
                                        "llm.a.api_key=${KEY}"));

        assertFalse(loaded.effectiveValues().yaml().contains(SECRET));
        assertFalse(loaded.toString().contains(SECRET));
        assertEquals(
                3, loaded.effectiveValues().yaml().lines().filter(l -> l.contains("***")).count());
    }

    @Test
    void secretsAreComparedByValueAndShownAsMask() {
        assertEquals(new Secret(SECRET), new Secret(SECRET));
        assertNotEquals(new Secret(SECRET), new Secret("other"));
        assertEquals("***", new Secret(SECRET).toString());
        assertEquals(SECRET, new Secret(SECRET).reveal());
    }

    private static String token(ConfigResult result) {
        Optional<Secret> token = ConfigText.loaded(result).config().server().meetingApiToken();
        return token.orElseThrow().reveal();
    }
}
