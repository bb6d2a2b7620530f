package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.http.Metric;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.PeerTally;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Metrics of messages while the store is away (OBS-1).
final class PeerMetricsTest {

    private static final String WAITING = "supie_peer_waiting";

    private static List<String> names(List<Metric> metrics) {
        return metrics.stream().map(Metric::name).toList();
    }

    @Test
    void whatWaitsIsAskedOfTheStore() {
        List<Metric> metrics = new PeerMetrics(new PeerTally(), () -> 3).all();

        assertEquals(
                List.of(new Metric.Sample(Map.of(), 3)),
                metrics.stream()
                        .filter(metric -> metric.name().equals(WAITING))
                        .findFirst()
                        .orElseThrow()
                        .samples());
    }

    @Test
    void aStoreThatIsAwayCostsOneNumberOnly() {
        List<Metric> metrics =
                new PeerMetrics(
                                new PeerTally(),
                                () -> {
                                    throw new StoreException("away");
                                })
                        .all();

        assertFalse(names(metrics).contains(WAITING));
        assertTrue(names(metrics).contains("supie_peer_accepted_total"));
    }
}
