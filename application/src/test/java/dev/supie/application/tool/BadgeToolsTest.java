package dev.supie.application.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedForms;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.DeviceReply;
import dev.supie.domain.tool.DeviceRequest;
import dev.supie.domain.tool.DeviceTool;
import dev.supie.domain.tool.DeviceToolsDecider;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// CHAT-3, T28: badges' tools from the hello to the answer of a call, on virtual time.
class BadgeToolsTest {

    private static final SessionId FIRST = new SessionId("session-1");
    private static final SessionId SECOND = new SessionId("session-2");
    private static final Duration LIMIT = DeviceToolsDecider.ANSWER_MAX;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final StepExecutor threads = new StepExecutor();
    private final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    private final BadgeToolService service =
            new BadgeToolService(
                    new BadgeToolFeature.Ports(link, new ScriptedForms(), threads, time, time),
                    OwnTool.NAMES);

    private static Caller caller(SessionId session) {
        return new Caller(new DeviceId("aa:01"), Optional.of(session));
    }

    private static DeviceTool tool(String name) {
        return new DeviceTool(name, "does " + name, "{\"type\":\"object\"}", false);
    }

    private void ready(SessionId session, String... names) {
        link.connect(session);
        service.announced(session);
        service.answered(session, 1, new DeviceReply.Done());
        List<DeviceTool> tools = Stream.of(names).map(BadgeToolsTest::tool).toList();
        service.answered(session, 2, new DeviceReply.Page(tools, ""));
        link.take(session);
    }

    private CompletableFuture<ToolResult> call(SessionId session, String name, String arguments) {
        return service.call(caller(session), new ToolCall("c", name, arguments))
                .toCompletableFuture();
    }

    private ToolResult now(CompletableFuture<ToolResult> result) {
        threads.runAll();
        assertTrue(result.isDone(), "nobody was told");
        return result.join();
    }

    private void pass(Duration duration) {
        time.advance(duration);
        threads.runAll();
    }

    private List<DeviceRequest> asked(SessionId session) {
        return link.take(session).stream()
                .map(message -> ((BadgeMessage.ToolRequest) message).request())
                .toList();
    }

    @Test
    void whatIsOfferedIsTheBadgesOwnUnderLegalNames() {
        ready(FIRST, "self.get_device_status", "tell_time");

        assertEquals(
                List.of(
                        new Tool(
                                "self_get_device_status",
                                "does self.get_device_status",
                                "{\"type\":\"object\"}"),
                        new Tool("tell_time_2", "does tell_time", "{\"type\":\"object\"}")),
                service.offeredTo(caller(FIRST)));
    }

    @Test
    void aBadgeThatHasAnnouncedNothingIsOfferedNothingAndAskedNothing() {
        link.connect(FIRST);

        assertEquals(List.of(), service.offeredTo(caller(FIRST)));
        assertTrue(now(call(FIRST, "self_a", "{}")).isError());
        assertEquals(List.of(), link.sentTo(FIRST));
    }

    @Test
    void somebodyWithoutAConnectionHasNoBadgeToUse() {
        ready(FIRST, "a");
        Caller program = new Caller(new DeviceId("aa:01"), Optional.empty());

        assertEquals(List.of(), service.offeredTo(program));
        assertTrue(
                service.call(program, new ToolCall("c", "a", "{}"))
                        .toCompletableFuture()
                        .join()
                        .isError());
    }

    @Test
    void anAnswerIsToldToWhoeverCalled() {
        ready(FIRST, "self.a");
        CompletableFuture<ToolResult> result = call(FIRST, "self_a", "");

        assertEquals(List.of(new DeviceRequest.CallTool(3, "self.a", "{}")), asked(FIRST));
        service.answered(FIRST, 3, new DeviceReply.Content("42", false));
        assertFalse(result.isDone(), "told on the thread that reads from the badge");

        assertEquals(ToolResult.of("42"), now(result));
    }

    @Test
    void aRefusalAndSilenceAreWordsForTheModel() {
        ready(FIRST, "a");
        CompletableFuture<ToolResult> refused = call(FIRST, "a", "{}");
        CompletableFuture<ToolResult> silent = call(FIRST, "a", "{}");
        service.answered(FIRST, 3, new DeviceReply.Refused("Unknown tool"));
        service.answered(FIRST, 4, new DeviceReply.Content(" ", false));

        assertEquals(ToolResult.error("Unknown tool"), now(refused));
        assertEquals(ToolResult.of("done"), now(silent));
    }

    @Test
    void severalBadgesAreAskedAtOnceAndNoneHearsOfAnother() {
        ready(FIRST, "a");
        ready(SECOND, "a", "b");
        CompletableFuture<ToolResult> one = call(FIRST, "a", "{}");
        CompletableFuture<ToolResult> two = call(SECOND, "a", "{}");

        service.answered(SECOND, 3, new DeviceReply.Content("two", false));
        threads.runAll();
        assertFalse(one.isDone());
        service.answered(FIRST, 3, new DeviceReply.Content("one", false));

        assertEquals(ToolResult.of("two"), now(two));
        assertEquals(ToolResult.of("one"), now(one));
        assertEquals(1, service.offeredTo(caller(FIRST)).size());
        assertEquals(2, service.offeredTo(caller(SECOND)).size());
    }

    @Test
    void aCallThatIsNotAnsweredEndsAfterTenSecondsAndNotBefore() {
        ready(FIRST, "a");
        CompletableFuture<ToolResult> result = call(FIRST, "a", "{}");

        pass(LIMIT.minusMillis(1));
        assertFalse(result.isDone());
        pass(Duration.ofMillis(1));

        assertTrue(now(result).isError());
        service.answered(FIRST, 3, new DeviceReply.Content("late", false));
        assertTrue(now(result).text().contains("10 seconds"));
    }

    @Test
    void everyCallHasItsOwnTime() {
        ready(FIRST, "a");
        CompletableFuture<ToolResult> early = call(FIRST, "a", "{}");
        pass(Duration.ofSeconds(5));
        CompletableFuture<ToolResult> later = call(FIRST, "a", "{}");

        pass(Duration.ofSeconds(5));
        assertTrue(early.isDone());
        assertFalse(later.isDone());
        pass(Duration.ofSeconds(5));

        assertTrue(later.isDone());
        assertEquals(0, time.alarms(), "an alarm is left");
    }

    @Test
    void aPageThatDoesNotComeIsNotWaitedForForEver() {
        link.connect(FIRST);
        service.announced(FIRST);
        service.answered(FIRST, 1, new DeviceReply.Done());
        service.answered(FIRST, 2, new DeviceReply.Page(List.of(tool("a")), "b"));

        pass(LIMIT);

        assertEquals(1, service.offeredTo(caller(FIRST)).size());
    }

    @Test
    void brokenArgumentsNeverReachTheBadge() {
        ready(FIRST, "a");

        assertTrue(now(call(FIRST, "a", "[1]")).isError());
        assertTrue(now(call(FIRST, "a", "{\"x\":\"" + "x".repeat(4_000) + "\"}")).isError());
        assertTrue(now(call(FIRST, "other", "{}")).isError());
        assertEquals(List.of(), asked(FIRST));
    }

    @Test
    void moreCallsThanABadgeTakesAreRefused() {
        ready(FIRST, "a");
        for (int i = 0; i < DeviceToolsDecider.CALLS_MAX; i++) {
            assertFalse(call(FIRST, "a", "{}").isDone());
        }

        assertTrue(now(call(FIRST, "a", "{}")).isError());
        assertEquals(DeviceToolsDecider.CALLS_MAX, asked(FIRST).size());
    }

    @Test
    void longResultsAreCut() {
        ready(FIRST, "a");
        CompletableFuture<ToolResult> result = call(FIRST, "a", "{}");
        service.answered(FIRST, 3, new DeviceReply.Content("x".repeat(20_000), false));

        assertEquals(ToolResult.TEXT_MAX, now(result).text().length());
    }

    @Test
    void theEndOfAConnectionLeavesNothingBehind() {
        ready(FIRST, "a");
        CompletableFuture<ToolResult> result = call(FIRST, "a", "{}");

        service.left(FIRST);
        service.left(FIRST);

        assertTrue(now(result).isError());
        assertEquals(0, service.announcedCount());
        assertEquals(0, time.alarms());
        service.answered(FIRST, 3, new DeviceReply.Done());
        assertTrue(now(call(FIRST, "a", "{}")).isError());
    }

    @Test
    void whoeverComesBackIsAskedAnew() {
        ready(FIRST, "a");
        service.left(FIRST);
        ready(SECOND, "b");

        assertEquals("b", service.offeredTo(caller(SECOND)).getFirst().name());
    }
}
