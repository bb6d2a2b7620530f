package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.AUDIO;
import static dev.supie.domain.connection.ConnectionExamples.DECIDER;
import static dev.supie.domain.connection.ConnectionExamples.DISPLACE;
import static dev.supie.domain.connection.ConnectionExamples.IDENTITY;
import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.closed;
import static dev.supie.domain.connection.ConnectionExamples.deadline;
import static dev.supie.domain.connection.ConnectionExamples.displaced;
import static dev.supie.domain.connection.ConnectionExamples.given;
import static dev.supie.domain.connection.ConnectionExamples.millis;
import static dev.supie.domain.connection.ConnectionExamples.opened;
import static dev.supie.domain.connection.ConnectionExamples.openedIn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Optional;

/// What a connection does in each of its states (CON-1, CON-2, DUP-1).
final class ConnectionDeciderTest {

    private static final ConnectionCommand GREET =
            new ConnectionCommand.Greet(new ClientFeatures(true, false));

    @Nested
    class WhileOpen {

        @Test
        void aBadgeThatConnectsIsInChatMode() {
            assertEquals(Mode.CHAT, opened().mode());
            assertEquals(ClientFeatures.NONE, opened().features());
            assertEquals(IDENTITY, opened().identity());
        }

        @Test
        void everyHelloIsAnsweredWithAWelcome() {
            Connection once =
                    given(opened())
                            .when(GREET)
                            .at(START)
                            .then(new ConnectionEffect.Welcome(), new ConnectionEffect.ShowTasks())
                            .state();

            given(once)
                    .when(GREET)
                    .at(START)
                    .then(new ConnectionEffect.Welcome(), new ConnectionEffect.ShowTasks());
        }

        @ParameterizedTest
        @EnumSource(Mode.class)
        void aHelloResetsNothing(Mode mode) {
            Connection.Open open =
                    (Connection.Open) given(openedIn(mode)).when(GREET).at(START).state();

            assertEquals(mode, open.mode());
            assertEquals(new ClientFeatures(true, false), open.features());
        }

        @Test
        void aNewerConnectionTakesOver() {
            given(opened())
                    .when(DISPLACE)
                    .at(START)
                    .then(new ConnectionEffect.TellReplaced(Duration.ofMillis(1_500)));
        }

        @ParameterizedTest
        @EnumSource(Mode.class)
        void leavingAMeetingLeadsToChatAndLeavingNothingNowhere(Mode mode) {
            Connection.Open open =
                    (Connection.Open)
                            given(openedIn(mode))
                                    .when(new ConnectionCommand.LeaveMeeting())
                                    .at(START)
                                    .then()
                                    .state();

            assertEquals(mode == Mode.MEETING ? Mode.CHAT : mode, open.mode());
        }

        @Test
        void itsAudioIsHeard() {
            assertTrue(opened().acceptsAudio(millis(1_000_000)));
        }

        @Test
        void theEndOfTheSocketEndsIt() {
            given(opened()).when(ConnectionExamples.END).at(START).then();
        }
    }

    @Nested
    class WhenDisplaced {

        @ParameterizedTest
        @CsvSource({"1499, false", "1500, true", "1501, true"})
        void isClosedAfterAMomentAndAHalf(long at, boolean closes) {
            var then = given(displaced()).when(deadline(millis(at))).at(millis(at));

            if (closes) {
                then.then(new ConnectionEffect.Close(CloseCode.REPLACED));
                assertEquals(new Connection.Closed(IDENTITY), then.state());
            } else {
                then.then().thenUnchanged();
            }
        }

        @Test
        void isWokenForItsClosing() {
            assertEquals(Optional.of(millis(1_500)), DECIDER.deadline(displaced()));
        }

        @Test
        void mayFinishItsSentence() {
            given(displaced()).when(AUDIO).at(millis(1_000)).then().thenUnchanged();
        }

        @Test
        void writesNothingAnyMore() {
            given(displaced())
                    .when(ConnectionExamples.start(Mode.MEETING))
                    .at(START)
                    .thenRejected(ConnectionRejection.DISPLACED);
        }

        @Test
        void stillAnswersAHelloAndLivesNoLongerForIt() {
            given(displaced())
                    .when(GREET)
                    .at(millis(1_000))
                    .then(new ConnectionEffect.Welcome())
                    .thenUnchanged();
        }

        @ParameterizedTest
        @CsvSource({"0, true", "1499, true", "1500, false", "1501, false"})
        void isHeardUntilItIsClosed(long at, boolean heard) {
            assertEquals(heard, displaced().acceptsAudio(millis(at)));
        }

        @Test
        void aThirdConnectionDoesNotProlongIt() {
            given(displaced()).when(DISPLACE).at(millis(1_000)).then().thenUnchanged();
        }
    }

    @Nested
    class WhenClosed {

        @Test
        void nothingWakesIt() {
            assertEquals(Optional.empty(), DECIDER.deadline(closed()));
        }

        @Test
        void itsAudioIsNotHeard() {
            assertFalse(closed().acceptsAudio(START));
        }

        @Test
        void aSecondEndIsRefused() {
            given(closed())
                    .when(ConnectionExamples.END)
                    .at(START)
                    .thenRejected(ConnectionRejection.CLOSED);
        }
    }
}
