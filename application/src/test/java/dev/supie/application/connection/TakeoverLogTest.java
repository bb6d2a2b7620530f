package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// DUP-2: a takeover by somebody who has proven nothing is worth a warning, with both addresses.
class TakeoverLogTest {

    private static final Logger LOGGER = Logger.getLogger(ConnectionService.class.getName());

    private final Kept kept = new Kept();

    private static final class Kept extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(kept);
        LOGGER.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(kept);
        LOGGER.setLevel(null);
    }

    private static void open(Bench bench, String address) {
        var admitted = (Admission.Admitted) bench.connections().admit(new DeviceId(Asking.DEVICE));
        SessionId session = admitted.session();
        bench.link.connect(session);
        bench.connections().opened(session, address);
    }

    private LogRecord takeover(boolean authenticated) {
        Bench bench =
                new Bench()
                        .treating(new DuplicateSettings(DuplicatePolicy.TAKEOVER, authenticated))
                        .start();
        open(bench, "10.0.0.7:1111");
        assertEquals(List.of(), kept.records);
        open(bench, "10.0.0.8:2222");
        bench.threads.runAll();
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    @Test
    void withoutAuthenticationItIsAWarningWithBothAddresses() {
        LogRecord entry = takeover(false);

        assertEquals(Level.WARNING, entry.getLevel());
        String message = new SimpleFormatter().formatMessage(entry);
        assertTrue(message.contains("address=10.0.0.8:2222"), message);
        assertTrue(message.contains("from=10.0.0.7:1111"), message);
    }

    @Test
    void withAuthenticationItIsNews() {
        assertEquals(Level.INFO, takeover(true).getLevel());
    }

    @Test
    void aBadgeThatReturnsAfterItHasLeftIsNoTakeover() {
        Bench bench = new Bench().start();
        SessionId first = bench.connect(Asking.DEVICE);
        bench.link.disconnect(first);
        bench.connections().closed(first);
        bench.connect(Asking.DEVICE);

        assertEquals(List.of(), kept.records);
    }
}
