package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fixture.PeerBench;
import dev.supie.application.peer.PeerFeature;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// PEER-1 to PEER-3 by tools: with the permissions of the badge that asks.
class MessageToolTest {

    private static final String MO = "Mo|94:a9:90:00:00:02";

    private final ToolBench bench = new ToolBench();

    private ToolResult send(DeviceId by, String text, String... to) {
        return bench.call(by, OwnTool.SEND_MESSAGE, new OwnRequest.SendMessage(List.of(to), text));
    }

    private void connect(DeviceId device, String name) {
        SessionId session = new SessionId(name);
        bench.link.connect(session);
        bench.peers.arrived(device, session);
        bench.peers.greeted(device, session, PeerBench.ACKS);
        bench.threads.runAll();
    }

    @Test
    void whoIsAwayGetsItLater() {
        assertEquals(
                ToolResult.of("waiting until it is read for " + MO),
                send(ToolBench.LI, "hello", "mo"));

        connect(ToolBench.MO, "screen");

        assertEquals(
                1,
                bench.link.sentTo(new SessionId("screen"), BadgeMessage.Peer.class).stream()
                        .filter(message -> message.toString().contains("hello"))
                        .count());
    }

    @Test
    void whoIsThereGetsItAtOnceAndTheSendersBadgeIsToldNothing() {
        connect(ToolBench.MO, "screen");
        connect(ToolBench.LI, "mine");
        bench.link.take(new SessionId("mine"));

        assertEquals(
                ToolResult.of("sent to " + MO), send(ToolBench.LI, "hello", "94:A9:90:00:00:02"));
        assertEquals(List.of(), bench.link.sentTo(new SessionId("mine")));
    }

    @Test
    void onlyWhomTheBadgeMayWriteToGetsIt() {
        assertEquals(
                ToolResult.error("no permitted targets"),
                send(ToolBench.LI, "hello", "bb:00:00:00:00:01"));
        assertEquals(
                ToolResult.of(
                        "waiting until it is read for "
                                + MO
                                + "; not sent to Sam|bb:00:00:00:00:01 (unauthorized)"),
                send(ToolBench.LI, "hello", "Mo", "bb:00:00:00:00:01"));
        assertTrue(send(ToolBench.LI, "hello", "everybody").isError());
    }

    @Test
    void theRateIsThatOfTheBadge() {
        List<ToolResult> results =
                IntStream.range(0, 8).mapToObj(i -> send(ToolBench.LI, "m" + i, "Mo")).toList();

        assertTrue(results.getLast().isError());
        assertTrue(results.getLast().text().startsWith("too many messages"), results::toString);
        assertTrue(!send(ToolBench.MO, "hello", "Li").isError());
    }

    @Test
    void namesThatMeanNobodyOrSeveralAreRefusedBeforeAnythingIsSent() {
        assertEquals(
                ToolResult.error("nobody is called \"Bob\"; known names: Li, Mo, Sam, sam"),
                send(ToolBench.LI, "hello", "Mo", "Bob"));
        assertEquals(
                ToolResult.error("\"SAM\" is the name of several: use an id of a badge"),
                send(ToolBench.LI, "hello", "SAM"));
        assertTrue(send(ToolBench.LI, "hello", "\n").isError());
    }

    @Test
    void anIdThatIsNotConfiguredMustLookLikeOne() {
        assertTrue(!send(ToolBench.LI, "hello", "94:a9:90:00:00:99").isError());
        assertTrue(send(ToolBench.LI, "hello", "94:a9:90").isError());
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertTrue(send(ToolBench.LI, "x".repeat(2_001), "Mo").isError());
    }

    @Test
    void aRoundThatIsLostIsSaidToBe() {
        bench.peerStore.failSavesBefore(1);

        assertTrue(send(ToolBench.LI, "hello", "Mo").isError());
    }

    @Test
    void whereMessagesAreSwitchedOffThatIsSaid() {
        Toolbox off =
                OwnToolFeature.forBadges(bench.ports(PeerFeature.off(bench.link)), new NoTools());
        ToolResult result =
                bench.call(
                        off,
                        ToolBench.LI,
                        OwnTool.SEND_MESSAGE,
                        new OwnRequest.SendMessage(List.of("Mo"), "hello"));

        assertTrue(result.isError());
        assertTrue(result.text().contains("peer.enabled"), result.text());
    }
}
