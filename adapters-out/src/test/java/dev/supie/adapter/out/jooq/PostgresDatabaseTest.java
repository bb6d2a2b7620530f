package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Reaching a PostgreSQL server, and what people are told if that fails.
class PostgresDatabaseTest {

    private static final String PASSWORD = "do-not-show";

    @Test
    void aUrlOfAnotherKindIsRefusedWithoutRepeatingIt() {
        var other = new DatabaseLocation.Server("jdbc:other:" + PASSWORD, "supie", PASSWORD);
        assertRefused(other, "data.url is not a PostgreSQL address");
    }

    @Test
    void aServerThatIsNotThereIsNamedAsTheReason() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var nobody =
                new DatabaseLocation.Server(
                        "jdbc:postgresql://127.0.0.1:" + port + "/supie", "supie", PASSWORD);
        assertRefused(nobody, "the database server of data.url cannot be used");
    }

    @Test
    void theLocationDoesNotShowItsPassword() {
        var location = new DatabaseLocation.Server("jdbc:postgresql:x", "supie", PASSWORD);
        assertFalse(location.toString().contains(PASSWORD));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void itIsHealthyWhileTheServerRuns() throws Exception {
        try (EmbeddedServer server = new EmbeddedServer()) {
            try (JooqDatabase database = JooqDatabase.open(server.location())) {
                assertTrue(database.isHealthy());
                server.stop();
                assertFalse(database.isHealthy());
            }
        }
    }

    private static void assertRefused(DatabaseLocation.Server location, String why) {
        var refusal =
                assertThrows(DatabaseUnavailableException.class, () -> JooqDatabase.open(location));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(why), message);
        assertFalse(message.contains(PASSWORD), message);
    }
}
