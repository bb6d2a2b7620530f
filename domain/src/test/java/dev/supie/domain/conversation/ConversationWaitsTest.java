package dev.supie.domain.conversation;

import static dev.supie.domain.conversation.Dialogue.MODEL;
import static dev.supie.domain.conversation.Dialogue.OFFLINE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.conversation.Conversation.Answering;
import dev.supie.domain.conversation.Conversation.Forgetting;
import dev.supie.domain.conversation.Conversation.Quiet;
import dev.supie.domain.conversation.Conversation.Speaking;
import dev.supie.domain.conversation.Conversation.Thinking;
import dev.supie.domain.conversation.Conversation.Working;
import dev.supie.domain.conversation.ConversationCommand.Forgotten;
import dev.supie.domain.conversation.ConversationCommand.NotForgotten;
import dev.supie.domain.conversation.ConversationCommand.Piece;
import dev.supie.domain.conversation.ConversationCommand.Silenced;
import dev.supie.domain.conversation.ConversationCommand.Spoken;
import dev.supie.domain.conversation.ConversationCommand.ToolsAnswered;
import dev.supie.domain.conversation.ConversationCommand.ToolsAsked;
import dev.supie.domain.conversation.ConversationEffect.AskAgain;
import dev.supie.domain.conversation.ConversationEffect.AskModel;
import dev.supie.domain.conversation.ConversationEffect.BeginAnswer;
import dev.supie.domain.conversation.ConversationEffect.CancelModel;
import dev.supie.domain.conversation.ConversationEffect.Feel;
import dev.supie.domain.conversation.ConversationEffect.FinishAnswer;
import dev.supie.domain.conversation.ConversationEffect.Forget;
import dev.supie.domain.conversation.ConversationEffect.Leave;
import dev.supie.domain.conversation.ConversationEffect.RunTools;
import dev.supie.domain.conversation.ConversationEffect.SaySentence;
import dev.supie.domain.conversation.ConversationEffect.Silence;
import dev.supie.domain.speaking.Emotion;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// CHAT-2, CHAT-3: what a conversation waits for, and what is for the badge itself.
final class ConversationWaitsTest {

    private static final String FIRST = "The kettle is on the table.";

    private static Dialogue answering() {
        return new Dialogue(MODEL)
                .said("where is the kettle")
                .piece(FIRST + " It is")
                .forgettingEffects();
    }

    @Nested
    final class Deadlines {

        private static final String LATE = "The language model did not answer in time.";

        @Test
        void ofTheFirstPiece() {
            new Dialogue(MODEL)
                    .said("hello there")
                    .after(Duration.ofMillis(14_999))
                    .then(new AskModel(1, "hello there"))
                    .after(Duration.ofMillis(1))
                    .then(
                            new CancelModel(),
                            new Feel(Emotion.NEUTRAL),
                            new BeginAnswer(1),
                            new SaySentence(LATE),
                            new FinishAnswer());
        }

        @Test
        void ofTheNextPiece() {
            answering()
                    .after(ConversationSettings.NEXT_PIECE_WITHIN.minusMillis(1))
                    .then()
                    .after(Duration.ofMillis(1))
                    .thenSays("It is", "The language model broke off here.");
        }

        @Test
        void ofTheTurnHoweverMuchTheModelDrips() {
            Dialogue dripping = answering();
            for (int second = 1; second < 60; second++) {
                dripping.after(Duration.ofSeconds(1)).piece(".");
            }
            dripping.thenIs(Answering.class)
                    .forgettingEffects()
                    .after(Duration.ofSeconds(1))
                    .thenIs(Speaking.class);
        }

        @Test
        void ofAMouthThatNeverEnds() {
            answering()
                    .ended()
                    .forgettingEffects()
                    .after(ConversationSettings.SPEAKING_MAX)
                    .then(new Silence())
                    .thenIs(Quiet.class);
        }

        @Test
        void thereAreNoneWhenNothingGoesOn() {
            assertEquals(
                    Optional.empty(),
                    new ConversationDecider(MODEL).deadline(Conversation.begun()));
        }
    }

    @Nested
    final class Tools {

        @Test
        void areRunAndTheModelGoesOn() {
            new Dialogue(MODEL)
                    .said("how late is it")
                    .forgettingEffects()
                    .when(new ToolsAsked(1))
                    .then(new RunTools(1))
                    .thenIs(Working.class)
                    .when(new ToolsAnswered(1))
                    .then(new AskAgain(2))
                    .thenIs(Thinking.class)
                    .when(new Piece(1, "late. late."))
                    .thenRefused()
                    .piece("It is five o'clock. ")
                    .ended()
                    .thenSays("It is five o'clock.");
        }

        @Test
        void mayBeAnnounced() {
            new Dialogue(MODEL)
                    .said("how late is it")
                    .piece("Let me look at the clock.")
                    .when(new ToolsAsked(1))
                    .thenSays("Let me look at the clock.")
                    .when(new ToolsAnswered(1))
                    .thenIs(Answering.class);
        }

        @Test
        void areNotRunForEver() {
            Dialogue looping = new Dialogue(MODEL).said("loop");
            for (int round = 1; round <= ConversationSettings.TOOL_ROUNDS_MAX; round++) {
                looping.when(new ToolsAsked(round)).when(new ToolsAnswered(round));
            }
            looping.thenIs(Thinking.class)
                    .when(new ToolsAsked(ConversationSettings.TOOL_ROUNDS_MAX + 1))
                    .thenSays("The language model gave no usable answer.");
        }

        @Test
        void areNotWaitedForForEver() {
            new Dialogue(MODEL)
                    .said("how late is it")
                    .when(new ToolsAsked(1))
                    .after(ConversationSettings.TOOLS_WITHIN)
                    .thenSays("The language model did not answer in time.")
                    .when(new ToolsAnswered(1))
                    .thenRefused();
        }
    }

    @Nested
    final class ToTheBadgeItself {

        @Test
        void itsNameIsNoQuestion() {
            new Dialogue(MODEL).said("你好，小智！").then().thenIs(Quiet.class);
        }

        @Test
        void itsNameIsGreetedIfThatIsWanted() {
            new Dialogue(Dialogue.settings(true, true))
                    .said("Hey Xiaozhi")
                    .thenSays("Hi, I'm listening.");
        }

        @Test
        void aGoodbyeIsAnsweredAndThenTheConnectionEnds() {
            new Dialogue(MODEL)
                    .said("再见。")
                    .thenSays("再见。")
                    .when(new Spoken(1))
                    .then(new Leave())
                    .thenIs(Quiet.class);
        }

        @Test
        void whoGoesOnTalkingStays() {
            new Dialogue(MODEL)
                    .said("goodbye")
                    .forgettingEffects()
                    .said("one more thing")
                    .then(new Silence(), new AskModel(2, "one more thing"))
                    .when(new Silenced(1))
                    .thenRefused();
        }

        @Test
        void whatIsToBeForgottenIsForgottenBeforeThatIsSaid() {
            new Dialogue(MODEL)
                    .said("Forget everything!")
                    .then(new Forget(1))
                    .thenIs(Forgetting.class)
                    .when(new Forgotten(1))
                    .thenSays("I have forgotten what we talked about.");
        }

        @Test
        void whatCouldNotBeForgottenIsNotSaidToBe() {
            String sorry = "I could not forget it: the store does not answer. Please ask me again.";
            new Dialogue(MODEL)
                    .said("forget everything")
                    .when(new NotForgotten(1))
                    .thenSays(sorry)
                    .said("forget everything")
                    .after(ConversationSettings.FORGETTING_MAX)
                    .thenSays(sorry);
        }

        @Test
        void withoutAModelTheTruthIsTold() {
            new Dialogue(OFFLINE)
                    .said("who has won the cup")
                    .thenSays(
                            "I heard you, but no language model is configured, so I cannot answer"
                                    + " that.")
                    .thenIs(Speaking.class);
        }
    }
}
