package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// HOOK-1: what is wrong with a webhook is told before anything is posted.
final class WebhookConfigTest {

    private static final String SECRET = "0123456789abcdef";

    @TempDir private Path folder = Path.of("");

    private List<String> problems(String webhook) {
        return new ConfigText(folder).problems("meeting: {webhook: {" + webhook + "}}");
    }

    private List<String> warnings(String webhook) {
        ConfigText text = new ConfigText(folder);
        return text.warnings(text.read("meeting: {webhook: {" + webhook + "}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example.com/a, does not start with http:// or https://",
        "ftp://hooks.example.com/, does not start with http:// or https://",
        "https:///a, names no host",
        "https://hooks example.com/, is not a URL",
        "https://user:pass@hooks.example.com/, has a user or password in it",
        "https://hooks.example.com/#a, has a ? or # part",
        "https://hooks.example.com/?a#b, has a ? or # part",
        "https://hooks.example.com/?a=b c, is not a URL",
        "https://hooks.example.com:0/, has a port that does not exist",
        "https://hooks.example.com:70000/, has a port that does not exist",
        "http://127.0.0.1:9/a, is a private or local address",
        "http://localhost:9/a, is a private or local address",
        "http://169.254.169.254/, is a private or local address",
        "'http://[::ffff:10.0.0.1]/', is a private or local address",
        "http://0.0.0.0/, is an address that nobody can have"
    })
    void badUrls(String url, String wrong) {
        List<String> problems = problems("url: '" + url + "', secret: " + SECRET);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains(wrong), problems::toString);
    }

    @Test
    void aPrivateHostSaysHowToAllowIt() {
        assertEquals(
                List.of(
                        "supie.yaml:1: meeting.webhook.url = http://10.0.0.1/: is a private or"
                                + " local address; use a public one, or set"
                                + " meeting.webhook.allow_private"),
                problems("url: 'http://10.0.0.1/', secret: " + SECRET));
        assertEquals(
                List.of(),
                warnings("url: 'http://10.0.0.1/', allow_private: true, secret: " + SECRET));
    }

    @Test
    void nothingOfItActsWithoutAUrl() {
        assertEquals(3, problems("secret: s, headers: {X-A: b}, allow_private: true").size());
    }

    @Test
    void plainHttpToElsewhereIsAWarning() {
        List<String> warnings = warnings("url: 'http://hooks.example.com/', secret: " + SECRET);
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains("can read minutes; use https"), warnings::toString);
    }

    @Test
    void aMissingOrShortSecretIsAWarning() {
        assertEquals(
                List.of(
                        "default: meeting.webhook.secret: is missing, so a receiver cannot tell our"
                                + " posts from anybody's; make one with: openssl rand -hex 32"),
                warnings("url: 'https://hooks.example.com/'"));
        assertEquals(
                List.of(
                        "supie.yaml:1: meeting.webhook.secret = ***: is shorter than 16 characters"
                                + " and can be guessed; make one with: openssl rand -hex 32"),
                warnings("url: 'https://hooks.example.com/', secret: short"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a",
                "host: a",
                "Content-Length: 1",
                "X-Meeting-Signature: a",
                "x-meeting-timestamp: 1",
                "Transfer-Encoding: chunked",
                "'a b': c",
                "'a:': c",
                "'': c",
                "\"a\\r\\nb\": c",
                "A: \"b\\r\\nX-Evil: c\"",
                "A: b, a: c",
                "A: [b]",
                "A: {b: c}",
                "A: é",
                "A: '***'",
                "A: '${NOT_SET}'",
                "A: 'file:nothing'",
            })
    void badHeaders(String headers) {
        List<String> problems =
                problems("url: 'https://h.example.com/', headers: {" + headers + "}");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("meeting.webhook.headers"), problems::toString);
    }

    @Test
    void tooManyHeadersAreRefused() {
        StringBuilder headers = new StringBuilder("X-0: a");
        for (int number = 1; number <= 16; number++) {
            headers.append(", X-").append(number).append(": a");
        }
        List<String> problems =
                problems("url: 'https://h.example.com/', headers: {" + headers + "}");
        assertTrue(problems.getFirst().contains("has more than 16 headers"), problems::toString);
    }

    @Test
    void headersAndSecretsComeFromTheEnvironmentAndAreMasked() {
        ConfigResult.Loaded loaded =
                ConfigText.loaded(
                        new ConfigText(folder)
                                .read(
                                        "meeting: {webhook: {url: 'https://h.example.com/',"
                                                + " headers: {Authorization: '${TOKEN}', X-A: b}}}",
                                        Map.of(
                                                "TOKEN", "Bearer hidden",
                                                "SUPIE_MEETING_WEBHOOK_SECRET", "hidden")));
        WebhookConfig webhook = loaded.config().webhook();

        assertEquals(
                "Bearer hidden",
                webhook.headers().getOrDefault("Authorization", new Secret("none")).reveal());
        assertEquals("hidden", webhook.secret().orElseThrow().reveal());
        assertFalse(loaded.toString().contains("hidden"));
        String yaml = loaded.effectiveValues().yaml();
        assertFalse(yaml.contains("hidden"));
        assertTrue(yaml.contains("headers: {Authorization: \"***\", X-A: \"***\"}"), yaml);
    }
}
