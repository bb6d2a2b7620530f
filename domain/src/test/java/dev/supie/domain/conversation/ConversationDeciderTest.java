package dev.supie.domain.conversation;

import static dev.supie.domain.conversation.Dialogue.MODEL;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.conversation.Conversation.Answering;
import dev.supie.domain.conversation.Conversation.Quiet;
import dev.supie.domain.conversation.Conversation.Speaking;
import dev.supie.domain.conversation.Conversation.Thinking;
import dev.supie.domain.conversation.ConversationCommand.Abort;
import dev.supie.domain.conversation.ConversationCommand.CutShort;
import dev.supie.domain.conversation.ConversationCommand.Ended;
import dev.supie.domain.conversation.ConversationCommand.Forgotten;
import dev.supie.domain.conversation.ConversationCommand.Hush;
import dev.supie.domain.conversation.ConversationCommand.NotForgotten;
import dev.supie.domain.conversation.ConversationCommand.Piece;
import dev.supie.domain.conversation.ConversationCommand.Silenced;
import dev.supie.domain.conversation.ConversationCommand.Spoken;
import dev.supie.domain.conversation.ConversationCommand.ToolsAnswered;
import dev.supie.domain.conversation.ConversationCommand.ToolsAsked;
import dev.supie.domain.conversation.ConversationCommand.VoiceHeard;
import dev.supie.domain.conversation.ConversationEffect.AskModel;
import dev.supie.domain.conversation.ConversationEffect.BeginAnswer;
import dev.supie.domain.conversation.ConversationEffect.CancelModel;
import dev.supie.domain.conversation.ConversationEffect.Feel;
import dev.supie.domain.conversation.ConversationEffect.FinishAnswer;
import dev.supie.domain.conversation.ConversationEffect.Remember;
import dev.supie.domain.conversation.ConversationEffect.SaySentence;
import dev.supie.domain.conversation.ConversationEffect.Silence;
import dev.supie.domain.speaking.Emotion;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

/// CHAT-1, CHAT-2, LIS-7: turns begin, are answered and are broken off.
final class ConversationDeciderTest {

    private static final String FIRST = "The kettle is on the table.";

    private static Dialogue answering() {
        return new Dialogue(MODEL)
                .said("where is the kettle")
                .piece(FIRST + " It is")
                .forgettingEffects();
    }

    @Nested
    final class ATurn {

        @Test
        void isAFaceAndThenSentenceBySentenceWhatTheModelWrites() {
            new Dialogue(MODEL)
                    .said("where is the kettle")
                    .then(new AskModel(1, "where is the kettle"))
                    .thenIs(Thinking.class)
                    .piece("The kettle is ")
                    .then()
                    .piece("on the table. I")
                    .then(new Feel(Emotion.NEUTRAL), new BeginAnswer(1), new SaySentence(FIRST))
                    .thenIs(Answering.class)
                    .piece("t is hot 🙂!")
                    .ended()
                    .then(
                            new SaySentence("It is hot !"),
                            new FinishAnswer(),
                            new Remember("where is the kettle", FIRST + " It is hot !"))
                    .thenIs(Speaking.class)
                    .when(new Spoken(1))
                    .then()
                    .thenIs(Quiet.class);
        }

        @Test
        void ofAModelThatSaysNothingIsAnsweredHonestly() {
            new Dialogue(MODEL)
                    .said("hm")
                    .piece("<think>what could that be</think> 🙂")
                    .ended()
                    .thenSays("I have no answer that can be spoken.")
                    .thenIs(Speaking.class);
        }

        @Test
        void thatFailsIsAnsweredInOneSentenceAndNotRemembered() {
            new Dialogue(MODEL)
                    .said("你好吗")
                    .failed(Trouble.UNAVAILABLE)
                    .then(
                            new AskModel(1, "你好吗"),
                            new Feel(Emotion.NEUTRAL),
                            new BeginAnswer(1),
                            new SaySentence("现在连不上语言模型。"),
                            new FinishAnswer());
        }

        @Test
        void thatBreaksOffSaysSo() {
            answering()
                    .failed(Trouble.BROKEN)
                    .then(
                            new SaySentence("It is"),
                            new SaySentence("The language model broke off here."),
                            new FinishAnswer(),
                            new Remember("where is the kettle", FIRST + " It is"));
        }

        @Test
        void thatTheModelCutsShortSaysThatThereIsMore() {
            answering().when(new CutShort(1)).thenSays("It is", "There is more, but I stop here.");
        }

        @Test
        void isNeverLongerThanAnybodyListens() {
            Dialogue long_ = new Dialogue(MODEL).said("tell me everything");
            String sentence = "This is one more of very many sentences about nothing. ";
            for (int i = 0; i < 100 && !(long_.conversation() instanceof Speaking); i++) {
                long_.piece(sentence);
            }
            long_.thenIs(Speaking.class).when(new Piece(1, sentence)).thenRefused();
        }
    }

    @Nested
    final class BrokenOff {

        @Test
        void byAnAbortIsSilentAtOnceAndRemembersWhatWasSaid() {
            answering()
                    .when(new Abort())
                    .then(
                            new Silence(),
                            new CancelModel(),
                            new Remember("where is the kettle", FIRST))
                    .thenIs(Quiet.class);
        }

        @Test
        void hearsNothingOfALatePieceOrEnd() {
            answering()
                    .when(new Abort())
                    .forgettingEffects()
                    .when(new Piece(1, " late. And more."))
                    .thenRefused()
                    .when(new Ended(1))
                    .thenRefused()
                    .then()
                    .said("and now")
                    .then(new AskModel(2, "and now"))
                    .when(new Piece(1, " still late. And more."))
                    .thenRefused()
                    .then();
        }

        @Test
        void beforeAWordWasSaidOnlyTheModelIsCancelled() {
            new Dialogue(MODEL)
                    .said("hello there")
                    .forgettingEffects()
                    .when(new Abort())
                    .then(new CancelModel());
        }

        @Test
        void byTheNextQuestionIsAnsweredAnew() {
            answering()
                    .said("and the cup")
                    .then(
                            new Silence(),
                            new CancelModel(),
                            new Remember("where is the kettle", FIRST),
                            new AskModel(2, "and the cup"));
        }

        @Test
        void byVoiceOnlyWhileSomethingIsSpoken() {
            new Dialogue(MODEL)
                    .said("hello there")
                    .forgettingEffects()
                    .when(new VoiceHeard())
                    .then()
                    .thenIs(Thinking.class)
                    .piece(FIRST + " It")
                    .forgettingEffects()
                    .when(new VoiceHeard())
                    .then(new Silence(), new CancelModel(), new Remember("hello there", FIRST))
                    .thenIs(Quiet.class);
        }

        @Test
        void afterTheModelIsDoneThereIsOnlySpeechToEnd() {
            answering().ended().forgettingEffects().when(new Hush()).then(new Silence());
        }

        @Test
        void whenNothingGoesOnIsHarmless() {
            new Dialogue(MODEL).when(new Abort()).then().thenIs(Quiet.class);
        }

        @Test
        void byTheMouthItselfEndsTheTurn() {
            answering()
                    .when(new Silenced(1))
                    .then(
                            new Silence(),
                            new CancelModel(),
                            new Remember("where is the kettle", FIRST));
        }
    }

    @Test
    void aQuestionIsNotLongerThanAModelIsShown() {
        Dialogue talk = new Dialogue(MODEL).said("x".repeat(10_000));
        Turn turn = ((Thinking) talk.conversation()).turn();
        assertEquals(ConversationSettings.QUESTION_CHARS_MAX, turn.question().length());
    }

    @Test
    void everyCommandInEveryStateIsDecidedOn() {
        List<ConversationCommand> commands =
                List.of(
                        new ConversationCommand.Said("hello there"),
                        new Abort(),
                        new Hush(),
                        new VoiceHeard(),
                        new Piece(1, FIRST + " And"),
                        new Ended(1),
                        new CutShort(1),
                        new ConversationCommand.Failed(1, Trouble.BUSY),
                        new ToolsAsked(1),
                        new ToolsAnswered(1),
                        new Forgotten(1),
                        new NotForgotten(1),
                        new Spoken(1),
                        new Silenced(1),
                        new ConversationCommand.DeadlineReached());
        for (ConversationCommand first : commands) {
            for (ConversationCommand second : commands) {
                for (ConversationCommand third : commands) {
                    Dialogue talk = new Dialogue(MODEL).said("hello there");
                    long before = talk.conversation().tickets();
                    talk.when(first).when(second).when(third);
                    assertTrue(talk.conversation().tickets() >= before);
                }
            }
        }
    }
}
