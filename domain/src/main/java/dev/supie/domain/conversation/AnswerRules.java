package dev.supie.domain.conversation;

import dev.supie.domain.conversation.Conversation.Answering;
import dev.supie.domain.conversation.Conversation.Thinking;
import dev.supie.domain.conversation.Conversation.Working;
import dev.supie.domain.conversation.ConversationCommand.CutShort;
import dev.supie.domain.conversation.ConversationCommand.Ended;
import dev.supie.domain.conversation.ConversationCommand.Failed;
import dev.supie.domain.conversation.ConversationCommand.FromModel;
import dev.supie.domain.conversation.ConversationCommand.Piece;
import dev.supie.domain.conversation.ConversationCommand.ToolsAsked;
import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What becomes of a model's answer while it is written.
record AnswerRules(ConversationSettings settings) {

    /// @param told of the question that is waited for
    Decision<Conversation, ConversationEffect, ConversationRejection> told(
            Turn turn, FromModel told, Instant now) {
        return switch (told) {
            case Piece(long ticket, String text) -> piece(turn, text, ticket, now);
            case Ended(long ticket) -> ended(turn, ticket, now);
            case CutShort(long ticket) -> brokenOff(turn, Wording.TOO_LONG, ticket, now);
            case Failed(long ticket, Trouble trouble) -> failed(turn, trouble, ticket, now);
            case ToolsAsked(long ticket) -> toolsAsked(turn, ticket, now);
        };
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> piece(
            Turn turn, String text, long ticket, Instant now) {
        SentenceStream.Cut cut = turn.stream().add(text);
        Speech speech = new Speech(turn.with(cut.next()));
        cut.sentences().forEach(speech::say);
        if (speech.isFull()) {
            speech.effects.add(new ConversationEffect.CancelModel());
            return speech.finishedWith(Wording.TOO_LONG, ticket, now);
        }
        Duration within = ConversationSettings.NEXT_PIECE_WITHIN;
        return Decision.accept(waiting(speech.turn, within, ticket, now), speech.effects);
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> ended(
            Turn turn, long ticket, Instant now) {
        Speech speech = new Speech(turn);
        turn.stream().rest().forEach(speech::say);
        if (!speech.turn.hasBegun()) {
            return Turns.reply(turn.id(), Wording.NO_ANSWER.in(turn.language()), ticket, now);
        }
        return speech.dropped
                ? speech.finishedWith(Wording.TOO_LONG, ticket, now)
                : speech.finished(ticket, now);
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> failed(
            Turn turn, Trouble trouble, long ticket, Instant now) {
        return turn.hasBegun()
                ? brokenOff(turn, Wording.BROKE_OFF, ticket, now)
                : Turns.reply(turn.id(), trouble.wording().in(turn.language()), ticket, now);
    }

    /// What is there is said, and then that it is not everything.
    private Decision<Conversation, ConversationEffect, ConversationRejection> brokenOff(
            Turn turn, Wording wording, long ticket, Instant now) {
        Speech speech = new Speech(turn);
        turn.stream().rest().forEach(speech::say);
        return speech.turn.hasBegun()
                ? speech.finishedWith(wording, ticket, now)
                : Turns.reply(turn.id(), Wording.NO_ANSWER.in(turn.language()), ticket, now);
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> toolsAsked(
            Turn turn, long ticket, Instant now) {
        if (turn.rounds() >= ConversationSettings.TOOL_ROUNDS_MAX) {
            return failed(turn, Trouble.BROKEN, ticket, now);
        }
        Speech speech = new Speech(turn);
        turn.stream().rest().forEach(speech::say);
        speech.effects.add(new ConversationEffect.RunTools(ticket));
        Turn calling = speech.turn.callingTools();
        Instant deadline = calling.deadline(ConversationSettings.TOOLS_WITHIN, now);
        return Decision.accept(new Working(calling, deadline, ticket), speech.effects);
    }

    /// The tools have answered, and the model goes on.
    Decision<Conversation, ConversationEffect, ConversationRejection> goingOn(
            Turn turn, long tickets, Instant now) {
        long ticket = tickets + 1;
        return Decision.accept(
                waiting(turn, settings.firstPieceWithin(), ticket, now),
                List.of(new ConversationEffect.AskAgain(ticket)));
    }

    /// Whoever was waited for did not come.
    Decision<Conversation, ConversationEffect, ConversationRejection> late(
            Turn turn, long tickets, Instant now) {
        Decision<Conversation, ConversationEffect, ConversationRejection> told =
                failed(turn, Trouble.TIMEOUT, tickets, now);
        return switch (told) {
            case Decision.Accepted<Conversation, ConversationEffect, ConversationRejection>
                            accepted -> {
                List<ConversationEffect> effects = new ArrayList<>(accepted.effects());
                effects.addFirst(new ConversationEffect.CancelModel());
                yield Decision.accept(accepted.next(), effects);
            }
            case Decision.Rejected<Conversation, ConversationEffect, ConversationRejection>
                            rejected ->
                    rejected;
        };
    }

    private static Conversation waiting(Turn turn, Duration within, long ticket, Instant now) {
        Instant deadline = turn.deadline(within, now);
        return turn.hasBegun()
                ? new Answering(turn, deadline, ticket)
                : new Thinking(turn, deadline, ticket);
    }

    /// Sentences of one step, in the order in which they are said; used once.
    private static final class Speech {

        private final List<ConversationEffect> effects = new ArrayList<>();
        private Turn turn;
        private boolean dropped;

        Speech(Turn turn) {
            this.turn = turn;
        }

        /// @param sentence as the model wrote it
        void say(String sentence) {
            String text = Speakable.of(sentence);
            if (text.isEmpty()) {
                return;
            }
            if (isFull()) {
                dropped = true;
                return;
            }
            if (!turn.hasBegun()) {
                effects.add(new ConversationEffect.Feel(EmotionRules.of(sentence)));
                effects.add(new ConversationEffect.BeginAnswer(turn.id()));
            }
            effects.add(new ConversationEffect.SaySentence(text));
            turn = turn.saying(text);
        }

        boolean isFull() {
            return turn.answer().length() >= ConversationSettings.ANSWER_CHARS_MAX;
        }

        /// What Supie adds is said, but is no part of what is remembered.
        Decision<Conversation, ConversationEffect, ConversationRejection> finishedWith(
                Wording wording, long ticket, Instant now) {
            effects.add(new ConversationEffect.SaySentence(wording.in(turn.language())));
            return finished(ticket, now);
        }

        Decision<Conversation, ConversationEffect, ConversationRejection> finished(
                long ticket, Instant now) {
            effects.add(new ConversationEffect.FinishAnswer());
            effects.add(Turns.remember(turn));
            return Decision.accept(Turns.speaking(turn.id(), ticket, now), effects);
        }
    }
}
