package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// NET-2, CFG-1: a process that cannot start says why in one line and ends with status 2.
@Timeout(120)
final class StartTest {

    private static final String TOKEN = "abc123secret";

    @Test
    void secondProcessOnTheFolderIsRefusedAndTheFirstWorksOn(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess first = SupieProcess.serve(folder).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            Badge badge = Badge.connect(client, first.deviceUrl() + "?token=" + TOKEN, "aa:aa");
            badge.startMeeting();
            try (SupieProcess second = SupieProcess.serve(folder)) {
                assertRefused(
                        second,
                        folder.toRealPath().toString(),
                        "in use by process " + first.pid(),
                        "choose another folder");
            }
            badge.tell("The first process goes on.");
            badge.finish();
            badge.close();
            first.terminate();
            assertEquals(0, first.exit());
            // HS-2: tokens never reach a log.
            assertFalse((first.out() + "\n" + first.err()).contains(TOKEN), first.err()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.port", "server.http_port"})
    void takenPortIsRefused(String key, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SupieProcess process =
                        SupieProcess.serve(folder, "--set", key + "=" + taken.getLocalPort())) {
            assertRefused(
                    process,
                    "127.0.0.1:" + taken.getLocalPort(),
                    "the port is taken",
                    "set " + key + " to another port");
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        try (SupieProcess process = SupieProcess.serve(file)) {
            assertRefused(process, file.toString(), "there is a file of that name");
        }
    }

    @Test
    void everyProblemOfTheConfigurationIsNamed(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process =
                SupieProcess.serve(
                        folder, "--set", "server.port=70000", "--set", "server.colour=red")) {
            assertEquals(2, process.exit());
            assertTrue(process.out().isEmpty(), process.out()::toString);
            String said = process.err().toString();
            assertTrue(said.contains("server.port") && said.contains("70000"), said);
            assertTrue(said.contains("server.colour"), said);
            assertTrue(said.contains("2 problems"), said);
        }
    }

    @Test
    void wrongUseIsExplained() throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.run("serve", "--prot", "8004")) {
            assertEquals(2, process.exit());
            assertTrue(process.out().isEmpty(), process.out()::toString);
            assertTrue(process.err().toString().contains("--prot"), process.err()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help"})
    void questionsAboutTheProgramAreAnswered(String option)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.run(option)) {
            assertEquals(0, process.exit());
            assertTrue(process.out().toString().contains("supie"), process.out()::toString);
            assertTrue(process.err().isEmpty(), process.err()::toString);
        }
    }

    private static void assertRefused(SupieProcess process, String... parts)
            throws InterruptedException {
        assertEquals(2, process.exit(), process.err()::toString);
        assertTrue(process.out().isEmpty(), process.out()::toString);
        List<String> errors =
                process.err().stream().filter(line -> line.contains(" ERROR ")).toList();
        assertEquals(1, errors.size(), process.err()::toString);
        for (String part : parts) {
            assertTrue(errors.getFirst().contains(part), errors::toString);
        }
    }
}
