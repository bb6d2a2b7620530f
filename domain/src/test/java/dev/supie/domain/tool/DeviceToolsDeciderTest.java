package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.tool.DeviceToolsCommand.Announce;
import dev.supie.domain.tool.DeviceToolsCommand.Answer;
import dev.supie.domain.tool.DeviceToolsCommand.Call;
import dev.supie.domain.tool.DeviceToolsCommand.End;
import dev.supie.domain.tool.DeviceToolsEffect.Send;
import dev.supie.domain.tool.DeviceToolsEffect.Settle;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CHAT-3, T28.
class DeviceToolsDeciderTest {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration LIMIT = DeviceToolsDecider.ANSWER_MAX;
    private static final DeviceReply DONE = new DeviceReply.Done();
    private static final DeviceReply REFUSED = new DeviceReply.Refused("no");

    private final ToolTalk talk = new ToolTalk();

    @Nested
    class BeforeItIsReady {

        @Test
        void nothingIsAskedOfABadgeThatAnnouncesNothing() {
            talk.wake();

            assertEquals(List.of(), talk.effects());
            assertEquals(Optional.empty(), talk.state().deadline());
            talk.assertRejected(DeviceToolsRejection.NOT_READY, new Call(1, "a", "{}"));
            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(1, DONE));
        }

        @Test
        void itIsInitializedAndThenListedPageByPage() {
            talk.take(new Announce());
            assertEquals(List.of(new DeviceRequest.Initialize(1)), talk.asked());
            talk.answer(1, DONE);
            assertEquals(List.of(new DeviceRequest.ListTools(2, "")), talk.asked());
            talk.answer(2, ToolTalk.page("self.b", "self.a"));
            assertEquals(List.of(new DeviceRequest.ListTools(3, "self.b")), talk.asked());
            talk.answer(3, ToolTalk.page("", "self.b"));
            assertEquals(List.of(), talk.asked());

            assertEquals(List.of("self_a", "self_b"), talk.offered());
            assertEquals(Optional.empty(), talk.state().deadline());
        }

        @Test
        void aSecondHelloResetsNothing() {
            talk.take(new Announce()).take(new Announce()).answer(1, DONE).take(new Announce());
            talk.answer(2, ToolTalk.page("", "a")).take(new Announce());

            assertEquals(
                    List.of(new DeviceRequest.Initialize(1), new DeviceRequest.ListTools(2, "")),
                    talk.asked());
            assertEquals(List.of("a"), talk.offered());
        }

        @Test
        void itIsGivenUpAfterTenSecondsAndNotBefore() {
            talk.take(new Announce()).pass(LIMIT.minus(TICK)).wake();
            assertInstanceOf(DeviceTools.Initializing.class, talk.state());

            talk.pass(TICK).wake();

            assertEquals(new DeviceTools.Failed(1, 1), talk.state());
            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(1, DONE));
            talk.assertRejected(DeviceToolsRejection.NOT_READY, new Call(1, "a", "{}"));
        }

        @Test
        void eachHelloIsAnotherChanceButNotForEver() {
            for (int attempt = 1; attempt <= DeviceToolsDecider.ATTEMPTS_MAX; attempt++) {
                talk.take(new Announce());
                assertEquals(List.of(new DeviceRequest.Initialize(attempt)), talk.asked());
                talk.answer(attempt, REFUSED);
            }

            talk.take(new Announce()).wake();

            assertEquals(List.of(), talk.asked());
            assertInstanceOf(DeviceTools.Failed.class, talk.state());
        }

        @Test
        void whatWasListedIsOfferedEvenIfThePagesBreakOff() {
            talk.take(new Announce()).answer(1, DONE).answer(2, ToolTalk.page("b", "a"));
            talk.pass(LIMIT.minus(TICK)).wake();
            assertEquals(List.of(), talk.offered());

            talk.pass(TICK).wake();

            assertEquals(List.of("a"), talk.offered());
            talk.assertRejected(
                    DeviceToolsRejection.NOT_ASKED, new Answer(3, ToolTalk.page("", "b")));
        }

        @Test
        void aPageThatIsRefusedEndsTheList() {
            talk.take(new Announce()).answer(1, DONE).answer(2, ToolTalk.page("b", "a"));
            talk.answer(3, REFUSED);

            assertEquals(List.of("a"), talk.offered());
        }

        @Test
        void aCursorThatComesTwiceEndsTheList() {
            talk.take(new Announce()).answer(1, DONE).answer(2, ToolTalk.page("b", "a"));
            talk.answer(3, ToolTalk.page("b", "b"));

            assertEquals(List.of("a", "b"), talk.offered());
        }

        @Test
        void aCursorWithoutEndIsNotAskedFor() {
            talk.take(new Announce()).answer(1, DONE);
            talk.answer(2, ToolTalk.page("c".repeat(DeviceToolsDecider.CURSOR_MAX), "a"));
            talk.answer(3, ToolTalk.page("c".repeat(DeviceToolsDecider.CURSOR_MAX + 1), "b"));

            assertEquals(List.of("a", "b"), talk.offered());
        }

        @Test
        void noMorePagesAreAskedForThanAllowed() {
            talk.take(new Announce()).answer(1, DONE);
            int pages = 0;
            while (talk.state() instanceof DeviceTools.Listing listing) {
                pages++;
                talk.answer(listing.request(), ToolTalk.page("cursor-" + pages));
            }

            assertEquals(DeviceToolsDecider.PAGES_MAX, pages);
        }

        @Test
        void aFullCatalogueEndsTheList() {
            List<DeviceTool> many = ToolTalk.tools("t", Catalogue.TOOLS_MAX + 1);
            talk.take(new Announce()).answer(1, DONE).answer(2, new DeviceReply.Page(many, "more"));

            assertEquals(Catalogue.TOOLS_MAX, talk.offered().size());
        }

        @Test
        void ourOwnNamesStayOurs() {
            assertEquals(List.of("list_tasks_2"), ToolTalk.ready("list.tasks").offered());
        }
    }

    @Nested
    class Calls {

        private final ToolTalk talk = ToolTalk.ready("self.a", "self.b");

        @Test
        void aCallGoesOutUnderTheBadgesOwnName() {
            talk.take(new Call(7, "self_a", "{\"x\":1}"));

            assertEquals(
                    List.of(new DeviceRequest.CallTool(3, "self.a", "{\"x\":1}")), talk.asked());
        }

        @Test
        void answersFindTheirCallsInAnyOrder() {
            talk.call(7, "self_a").call(8, "self_b").effects();

            talk.answer(4, new DeviceReply.Content("second", false));
            talk.answer(3, new DeviceReply.Refused("first"));

            assertEquals(
                    List.of(
                            new Settle(8, new CallResult.Answered("second", false)),
                            new Settle(7, new CallResult.Answered("first", true))),
                    talk.effects());
        }

        @Test
        void aResultWithoutWordsIsAResult() {
            talk.call(7, "self_a").effects();
            talk.answer(3, DONE);

            assertEquals(
                    List.of(new Settle(7, new CallResult.Answered("", false))), talk.effects());
        }

        @Test
        void lateTwiceAndUnknownAnswersAreIgnored() {
            talk.call(7, "self_a").call(8, "self_a").answer(3, DONE);
            talk.pass(LIMIT).wake();

            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(3, DONE));
            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(4, DONE));
            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(99, DONE));
            talk.assertRejected(DeviceToolsRejection.NOT_ASKED, new Answer(-1, DONE));
        }

        @Test
        void eachCallHasTenSecondsOfItsOwn() {
            talk.call(7, "self_a").pass(TICK).call(8, "self_b").effects();

            talk.pass(LIMIT.minus(TICK).minus(TICK)).wake();
            assertEquals(List.of(), talk.effects());
            talk.pass(TICK).wake();
            assertEquals(List.of(new Settle(7, new CallResult.TimedOut())), talk.effects());
            talk.pass(TICK).wake();
            assertEquals(List.of(new Settle(8, new CallResult.TimedOut())), talk.effects());
            assertEquals(Optional.empty(), talk.state().deadline());
        }

        @Test
        void onlySoManyAreUnderWay() {
            for (int i = 0; i < DeviceToolsDecider.CALLS_MAX; i++) {
                talk.call(i, "self_a");
            }
            talk.assertRejected(DeviceToolsRejection.TOO_MANY_CALLS, new Call(9, "self_a", "{}"));

            talk.answer(3, DONE).call(9, "self_a");
        }

        @Test
        void whatIsNotOfferedCannotBeCalled() {
            talk.assertRejected(DeviceToolsRejection.UNKNOWN_TOOL, new Call(1, "self.a", "{}"));
            talk.assertRejected(DeviceToolsRejection.UNKNOWN_TOOL, new Call(1, "", "{}"));
        }

        @Test
        void argumentsAreNoLongerThanABadgeCanTake() {
            String padding = "é".repeat((DeviceToolsDecider.ARGUMENTS_BYTES_MAX - 8) / 2);
            talk.take(new Call(1, "self_a", "{\"x\":\"" + padding + "\"}"));

            talk.assertRejected(
                    DeviceToolsRejection.ARGUMENTS_TOO_LONG,
                    new Call(1, "self_a", "{\"x\":\"" + padding + "é\"}"));
        }

        @Test
        void theEndOfTheConnectionSettlesWhatIsOpen() {
            talk.call(7, "self_a").call(8, "self_b").effects();
            talk.take(new End());

            assertEquals(
                    List.of(
                            new Settle(7, new CallResult.Gone()),
                            new Settle(8, new CallResult.Gone())),
                    talk.effects());
            talk.assertRejected(DeviceToolsRejection.ENDED, new Announce());
        }
    }

    @Test
    void idsStayThirtyTwoBitsWide() {
        var last = new DeviceTools.Failed(Integer.MAX_VALUE, 1);
        var decider = new DeviceToolsDecider(Set.of());

        assertEquals(
                Decision.accept(
                        new DeviceTools.Initializing(1, 2, ToolTalk.START.plus(LIMIT)),
                        List.<DeviceToolsEffect>of(new Send(new DeviceRequest.Initialize(1)))),
                decider.decide(last, new Announce(), ToolTalk.START));
    }
}
