package dev.supie.bootstrap.pipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A command whose output nobody hears of still runs as if nothing stood beside it.
@Timeout(120)
final class PipedBuildTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter notes = new StringWriter();

    private int run(int port, String... command) throws InterruptedException {
        PipeTarget target =
                new PipeTarget(
                        URI.create("ws://127.0.0.1:" + port + "/supie/v1/"),
                        new DeviceId("aa:01:pipe"),
                        Optional.of("secret-word"));
        PipedBuild.Streams streams = new PipedBuild.Streams(out, err, new PrintWriter(notes));
        return new PipedBuild(target, streams).run(List.of(command), false);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void withoutAServerItsOutputAndItsStatusCount() throws Exception {
        int status =
                run(
                        freePort(),
                        "sh",
                        "-c",
                        "printf 'a\\377b\\033[31m\\r\\n\\000end'; printf 'oops\\n' >&2; exit 42");

        assertEquals(42, status);
        assertArrayEquals(
                new byte[] {
                    'a', (byte) 0xFF, 'b', 0x1B, '[', '3', '1', 'm', '\r', '\n', 0, 'e', 'n', 'd'
                },
                out.toByteArray());
        assertEquals("oops\n", err.toString(StandardCharsets.UTF_8));
        List<String> said = notes.toString().lines().toList();
        assertEquals(1, said.size(), notes.toString());
        assertTrue(said.getFirst().startsWith("supie: no server answers at ws://127.0.0.1:"));
        assertTrue(!notes.toString().contains("secret-word"), notes.toString());
    }

    @Test
    void aServerThatNeverAnswersDoesNotSlowItDown() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            int status =
                    run(
                            silent.getLocalPort(),
                            "sh",
                            "-c",
                            "i=0; while [ $i -lt 20000 ]; do echo \"line $i\"; i=$((i+1)); done");

            assertEquals(0, status);
            assertEquals(20_000, out.toString(StandardCharsets.UTF_8).lines().count());
        }
    }

    @Test
    void aCommandThatDoesNotExistIsSaidAsShellsDo() throws Exception {
        assertEquals(PipedBuild.NOT_FOUND, run(freePort(), "no-such-command-anywhere"));
        assertTrue(
                notes.toString().startsWith("supie: no-such-command-anywhere cannot be run: "),
                notes.toString());
    }

    @Test
    void oneThatIsKilledEndsAsItWouldInAShell() throws Exception {
        assertEquals(128 + 9, run(freePort(), "sh", "-c", "kill -KILL $$"));
    }

    @Test
    void somebodyLeftBehindDoesNotHoldItUp() throws Exception {
        long started = System.nanoTime();
        assertEquals(3, run(freePort(), "sh", "-c", "sleep 20 & exit 3"));
        assertTrue(System.nanoTime() - started < 15_000_000_000L);
    }
}
