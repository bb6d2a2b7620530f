package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// NET-1, NET-3, OTA-1, OBS-1: what answers where.
@Timeout(60)
final class ListenersTest {

    @Test
    void eachListenerAnswersForItself(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            assertSignOfLife(site);
            assertOtaHandsOutTheDeviceUrl(site);
            assertEquals(200, fetched(site, "/observe/health/ready").statusCode());
            assertEquals(200, fetched(site, "/observe/health/live").statusCode());
        }
    }

    @Test
    void equalPortsShareOneListener(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        String port = Integer.toString(freePort());
        try (Site site = Site.open(folder, "server.port=" + port, "server.http_port=" + port)) {
            assertEquals("http://127.0.0.1:" + port, site.httpUrl());
            assertEquals("ws://127.0.0.1:" + port + "/supie/v1/", site.deviceUrl());
            assertSignOfLife(site);
            assertOtaHandsOutTheDeviceUrl(site);
            assertEquals(200, fetched(site, "/observe/health/ready").statusCode());
            Badge badge = site.badge("aa:aa");
            badge.startMeeting();
            badge.tell("One port is enough.");
            badge.finish();
            assertEquals(1, site.archive().recent().size());
        }
    }

    @Test
    void nothingIsLeftListeningWhenOnlyTheSecondPortIsTaken(@TempDir Path folder)
            throws StartException, IOException {
        String free = Integer.toString(freePort());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            String[] settings = {"server.port=" + free, "server.http_port=" + port};
            assertThrows(StartException.class, () -> Site.open(folder, settings));
        }
        // The port and the data folder are free again.
        try (Site site = Site.open(folder, "server.port=" + free)) {
            assertEquals("ws://127.0.0.1:" + free + "/supie/v1/", site.deviceUrl());
        }
    }

    /// NET-2: no thread of ours or of what we use, and the data folder is free.
    @Test
    void startsThatFailLeaveNothingBehind(@TempDir Path folder) throws StartException, IOException {
        List<String> before = threadsOfServers();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String setting = "server.port=" + taken.getLocalPort();
            for (int i = 0; i < 10; i++) {
                assertThrows(StartException.class, () -> Site.start(folder, setting));
            }
        }
        List<String> after = threadsOfServers();
        assertTrue(after.size() <= before.size(), after::toString);
        Site.open(folder).close();
    }

    /// Those of the JDK, of clients and of tests come and go.
    private static List<String> threadsOfServers() {
        Pattern names = Pattern.compile("(alarms|background|helidon-idle|H2|MVStore|Hikari).*");
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> names.matcher(name).matches())
                .sorted()
                .toList();
    }

    private static void assertSignOfLife(Site site) throws IOException, InterruptedException {
        HttpResponse<String> life = fetched(site, site.deviceUrl().replace("ws://", "http://"));
        assertEquals(200, life.statusCode());
        assertEquals("Server is running", life.body().strip());
    }

    private static void assertOtaHandsOutTheDeviceUrl(Site site)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                site.client()
                        .send(
                                HttpRequest.newBuilder(URI.create(site.httpUrl() + "/supie/ota/"))
                                        .header("Device-Id", "aa:aa")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(
                site.deviceUrl(),
                Messages.parsed(answer.body()).getJsonObject("websocket").getString("url"));
    }

    /// @param place a path of the HTTP listener, or a whole address
    private static HttpResponse<String> fetched(Site site, String place)
            throws IOException, InterruptedException {
        URI address = URI.create(site.httpUrl()).resolve(place);
        return site.client()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
