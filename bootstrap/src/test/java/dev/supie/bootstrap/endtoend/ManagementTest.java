package dev.supie.bootstrap.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// CFG-3 over real sockets: a server whose configuration another one hands out.
final class ManagementTest {

    private static final String TOKEN = "administrator-of-tests";
    private static final String ADMIN = "server.admin_token=" + TOKEN;
    private static final String PATH = "/supie.yaml";
    private static final String OTHER_PATH = "/other.yaml";
    private static final int TRY_LATER = 69;

    /// What a management server may answer, and what is said of it.
    private record Illness(int status, String body, String said) {}

    private static final List<Illness> ILLNESSES =
            List.of(
                    new Illness(500, "mode_phrases: {}", "it answers HTTP 500"),
                    new Illness(301, "mode_phrases: {}", "it answers HTTP 301"),
                    new Illness(200, "mode_phrases: {working: [half", "line 1: is not valid YAML"),
                    new Illness(
                            200,
                            "mode_phrasings: {}",
                            "line 1: mode_phrasings = {...}: is not a key of Supie"),
                    new Illness(
                            200,
                            "data: {dir: elsewhere}",
                            "line 1: data.dir = elsewhere: is for this machine"),
                    new Illness(200, "#".repeat(300_000), "its answer is larger than"),
                    new Illness(200, "", "its answer is empty"));

    private final WireMockServer management = new WireMockServer(options().dynamicPort());

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        management.start();
        answers(PATH, ok(SpokenSwitch.yaml("dig in")));
        file = folder.resolve("supie.yaml");
        fileNames(PATH, "s3cret");
    }

    @AfterEach
    void end() {
        management.stop();
    }

    private void fileNames(String path, String secret) throws IOException {
        Files.writeString(
                file,
                SpokenSwitch.yaml("of the file")
                        + "config: {url: '"
                        + management.baseUrl()
                        + path
                        + "', secret: "
                        + secret
                        + "}\n");
    }

    /// To who presents the secret; nobody else gets anything.
    private void answers(String path, ResponseDefinitionBuilder answer) {
        management.resetAll();
        management.stubFor(get(urlEqualTo(path)).atPriority(2).willReturn(unauthorized()));
        management.stubFor(
                get(urlEqualTo(path))
                        .withHeader("Authorization", equalTo("Bearer s3cret"))
                        .atPriority(1)
                        .willReturn(answer));
    }

    private Site site() throws StartException {
        return Site.reading(file, folder.resolve("data"), ADMIN);
    }

    private static String reloaded(Site site) throws IOException, InterruptedException {
        HttpResponse<String> answer = site.reload(TOKEN);
        assertEquals(200, answer.statusCode(), answer.body());
        return Messages.parsed(answer.body()).getJsonObject("data").toString();
    }

    @Test
    void whatIsHandedOutAnewIsInForceAfterAReload()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Badge badge = site.badge("aa:01");
            assertTrue(SpokenSwitch.begins(badge, "dig in"));
            answers(PATH, ok(SpokenSwitch.yaml("heads down")));

            assertEquals(
                    "{\"changed\":[\"mode_phrases.working\"],\"needRestart\":[]}", reloaded(site));
            assertTrue(SpokenSwitch.begins(badge, "heads down"));
        }
    }

    @Test
    void anotherPlaceIsAskedOnceTheFileNamesIt()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            answers(OTHER_PATH, ok(SpokenSwitch.yaml("heads down")));
            fileNames(OTHER_PATH, "s3cret");

            assertEquals(
                    "{\"changed\":[\"config.url\",\"mode_phrases.working\"],\"needRestart\":[]}",
                    reloaded(site));
            assertTrue(SpokenSwitch.begins(site.badge("aa:01"), "heads down"));
        }
    }

    @Test
    void whatCannotBeUsedChangesNothingAndIsSaid()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Badge badge = site.badge("aa:01");
            for (Illness illness : ILLNESSES) {
                answers(PATH, aResponse().withStatus(illness.status()).withBody(illness.body()));
                HttpResponse<String> answer = site.reload(TOKEN);

                assertEquals(422, answer.statusCode(), answer.body());
                assertTrue(answer.body().contains(illness.said()), answer.body());
                assertTrue(SpokenSwitch.begins(badge, "dig in"), illness.said());
            }
            answers(PATH, ok(SpokenSwitch.yaml("heads down")));
            reloaded(site);
            assertTrue(SpokenSwitch.begins(badge, "heads down"));
        }
    }

    @Test
    void aWrongSecretChangesNothingAndIsSaidToABadgeToo()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Badge badge = site.badge("aa:01");
            fileNames(PATH, "wr0ng");
            JsonObject command =
                    Json.createObjectBuilder()
                            .add("type", "server")
                            .add("action", "update_config")
                            .add("content", Json.createObjectBuilder().add("secret", TOKEN))
                            .build();
            JsonObject answer = badge.ask(command, Messages.ofType("server"));

            assertEquals("error", answer.getString("status"), answer::toString);
            String message = answer.getString("message");
            assertTrue(
                    message.contains("it answers HTTP 401: it does not accept the secret;"),
                    message);
            assertTrue(!message.contains("wr0ng"), message);
            assertTrue(SpokenSwitch.begins(badge, "dig in"));
        }
    }

    @Test
    void aStartWithoutTheManagementServerGoesByWhatItHandedOutLast()
            throws StartException, InterruptedException {
        site().close();
        management.stop();

        try (Site site = site()) {
            assertTrue(SpokenSwitch.begins(site.badge("aa:01"), "dig in"));
        }
    }

    @Test
    void theFirstStartWithoutItIsRefused() throws IOException, InterruptedException {
        String url = management.baseUrl() + PATH;
        management.stop();
        Path data = folder.resolve("data");

        try (SupieProcess process = SupieProcess.serve(data, "--config", file.toString())) {
            assertEquals(TRY_LATER, process.exit());
            String said = String.join("\n", process.err());
            assertTrue(said.contains(url), said);
            assertTrue(said.contains("its host lets nobody connect"), said);
            assertTrue(said.contains("or take config.url away to start with"), said);
            assertTrue(process.out().isEmpty(), process.out()::toString);
        }
        assertFalse(Files.exists(data));
    }
}
