package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// OTA-1, T06: the whole way of a stock badge from its first boot to its revocation, over real HTTP
/// and a real WebSocket.
@Timeout(180)
final class EnrolmentTest {

    private static final String APPROVE = "server.enrolment=approve";
    private static final String DEVICE = "94:a9:90:00:00:01";
    private static final String CLIENT = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private static StockBadge badge(Site site) {
        return new StockBadge(site.client(), site.httpUrl(), DEVICE, CLIENT);
    }

    @Test
    void t06AStockBadgeFromItsFirstBootToItsRevocation(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder, APPROVE)) {
            Terminal terminal = new Terminal(folder);
            StockBadge badge = badge(site);
            String code = badge.code().orElseThrow();
            assertEquals("", badge.token());
            assertEquals(202, badge.activate());
            assertEquals(401, badge.handshake(site.deviceUrl(), ""));

            var approved = terminal.devices("approve", code, "--data", folder.toString());

            assertEquals("approved " + DEVICE + "\n", approved.out(), approved.err());
            assertEquals(200, badge.activate());
            JsonObject answer = badge.boot();
            assertFalse(answer.containsKey("activation"));
            String token = answer.getJsonObject("websocket").getString("token");
            assertEquals(101, badge.handshake(site.deviceUrl(), token));
            assertEquals(401, badge.handshake(site.deviceUrl(), ""));

            Badge connected =
                    Badge.connect(site.client(), site.deviceUrl() + "?token=" + token, DEVICE);
            connected.startMeeting();
            var revoked = terminal.devices("revoke", DEVICE, "--data", folder.toString());

            assertEquals("revoked " + DEVICE + "\n", revoked.out(), revoked.err());
            assertEquals(4003, connected.closed().code());
            assertEquals(403, badge.handshake(site.deviceUrl(), token));
            assertEquals("", badge.token());
            assertEquals(Optional.empty(), badge.code());
            assertEquals(403, badge.activate());
        }
    }

    @Test
    void hs2ATokenIsGoodForItsOwnBadgeOnly(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder, APPROVE)) {
            Terminal terminal = new Terminal(folder);
            StockBadge badge = badge(site);
            StockBadge other = new StockBadge(site.client(), site.httpUrl(), "bb:01", "other");
            for (StockBadge each : new StockBadge[] {badge, other}) {
                terminal.devices("approve", each.code().orElseThrow(), "--data", folder.toString());
            }

            assertEquals(101, badge.handshake(site.deviceUrl(), badge.token()));
            assertEquals(403, badge.handshake(site.deviceUrl(), other.token()));
            assertEquals(401, badge.handshake(site.deviceUrl(), badge.token() + "x"));
            StockBadge impostor =
                    new StockBadge(site.client(), site.httpUrl(), DEVICE, "somebody else");
            assertEquals("", impostor.token());
        }
    }

    @Test
    void underOpenNobodyWaitsAndNoTokenIsGivenAway(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            StockBadge badge = badge(site);

            assertEquals(Optional.empty(), badge.code());
            assertEquals("", badge.token());
            assertEquals(200, badge.activate());
            assertEquals(101, badge.handshake(site.deviceUrl(), ""));
        }
    }

    @Test
    void con6AKilledServerKnowsWhomItApprovedAndWhomItRevoked(@TempDir Path folder)
            throws IOException, InterruptedException {
        Terminal terminal = new Terminal(folder);
        String token;
        String adminToken;
        try (SupieProcess first = SupieProcess.serve(folder, "--set", APPROVE).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            StockBadge badge = new StockBadge(client, first.httpUrl(), DEVICE, CLIENT);
            StockBadge refused = new StockBadge(client, first.httpUrl(), "bb:01", "x");
            terminal.devices("approve", badge.code().orElseThrow(), "--data", folder.toString());
            terminal.devices("reject", refused.code().orElseThrow(), "--data", folder.toString());
            token = badge.token();
            adminToken = Files.readString(folder.resolve("admin-token")).strip();
            first.kill();
            first.exit();
            assertNoSecret(first, token, adminToken);
        }
        try (SupieProcess second = SupieProcess.serve(folder, "--set", APPROVE).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            StockBadge badge = new StockBadge(client, second.httpUrl(), DEVICE, CLIENT);
            StockBadge refused = new StockBadge(client, second.httpUrl(), "bb:01", "x");

            assertEquals(token, badge.token());
            assertEquals(101, badge.handshake(second.deviceUrl(), token));
            assertEquals(403, refused.handshake(second.deviceUrl(), "any"));
            String list = terminal.devices("list", "--data", folder.toString()).out();
            assertTrue(list.contains("approved") && list.contains("revoked"), list);
            assertEquals(adminToken, Files.readString(folder.resolve("admin-token")).strip());
            second.terminate();
            assertEquals(0, second.exit());
            assertFalse(Files.exists(folder.resolve("http-url")));
            assertNoSecret(second, token, adminToken);
        }
    }

    private static void assertNoSecret(SupieProcess process, String... secrets) {
        String log = process.out() + "\n" + process.err();
        for (String secret : secrets) {
            assertFalse(log.contains(secret), log);
        }
        assertFalse(log.contains(CLIENT), log);
    }
}
