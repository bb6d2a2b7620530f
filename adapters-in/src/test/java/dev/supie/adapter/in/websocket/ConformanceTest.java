package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.CLOSE;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an echo server on a real socket must answer, case by case as in the public suites: every
/// case once in one packet and once in slices, and always down to the end of TCP.
class ConformanceTest {

    private static final int SMALL_BYTES = 2_000;
    private static final int SLICE_BYTES = 997;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.accepting(EchoListener::new);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.adapter.in.websocket.ConformanceCases#all")
    void inOnePacket(ConformanceCases.Case wanted) {
        play(wanted, Integer.MAX_VALUE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.adapter.in.websocket.ConformanceCases#all")
    void inSlices(ConformanceCases.Case wanted) {
        play(wanted, wanted.sent().length < SMALL_BYTES ? 1 : SLICE_BYTES);
    }

    private static void play(ConformanceCases.Case wanted, int sliceBytes) {
        try (RawPeer peer = RawPeer.open(server.port())) {
            peer.sendInSlices(wanted.sent(), Math.min(sliceBytes, wanted.sent().length));
            for (String answer : wanted.answers()) {
                assertEquals(answer, withoutReason(peer.readFrame()));
            }
            switch (wanted.ending()) {
                case STILL_OPEN -> {
                    peer.send(close(1000, ""));
                    assertEquals("close 1000", peer.readFrame());
                }
                case SERVER_CLOSED -> peer.send(frame(CLOSE, ""));
                case BOTH_CLOSED -> {}
                case PEER_DROPPED -> peer.endSending();
            }
            assertTrue(peer.readsEnd());
        }
    }

    /// The reason of a Close frame that the server begins is for people, not part of the case.
    private static String withoutReason(String answer) {
        return answer.replaceFirst("^(close \\d+).*", "$1");
    }
}
