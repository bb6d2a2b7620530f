package dev.supie.domain.conversation;

import dev.supie.domain.conversation.Conversation.Answering;
import dev.supie.domain.conversation.Conversation.Forgetting;
import dev.supie.domain.conversation.Conversation.Leaving;
import dev.supie.domain.conversation.Conversation.Quiet;
import dev.supie.domain.conversation.Conversation.Speaking;
import dev.supie.domain.conversation.Conversation.Thinking;
import dev.supie.domain.conversation.Conversation.Working;
import dev.supie.domain.conversation.ConversationCommand.DeadlineReached;
import dev.supie.domain.conversation.ConversationCommand.FromModel;
import dev.supie.domain.conversation.ConversationCommand.FromMouth;
import dev.supie.domain.conversation.ConversationCommand.FromStore;
import dev.supie.domain.conversation.ConversationCommand.ToolsAnswered;
import dev.supie.domain.conversation.ConversationCommand.VoiceHeard;
import dev.supie.domain.conversation.ConversationCommand.Wish;
import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides what becomes of a conversation (CHAT-1, CHAT-2, LIS-7). Pure.
public record ConversationDecider(ConversationSettings settings) {

    public Decision<Conversation, ConversationEffect, ConversationRejection> decide(
            Conversation conversation, ConversationCommand command, Instant now) {
        return switch (conversation) {
            case Quiet quiet -> whileQuiet(quiet, command, now);
            case Thinking thinking -> whileThinking(thinking, command, now);
            case Answering answering -> whileAnswering(answering, command, now);
            case Working working -> whileWorking(working, command, now);
            case Forgetting forgetting -> whileForgetting(forgetting, command, now);
            case Speaking speaking -> whileSpeaking(speaking, command, now);
            case Leaving leaving -> whileLeaving(leaving, command, now);
        };
    }

    /// When it wants to be woken by [DeadlineReached]; empty for never.
    public Optional<Instant> deadline(Conversation conversation) {
        return switch (conversation) {
            case Quiet _ -> Optional.empty();
            case Thinking thinking -> Optional.of(thinking.deadline());
            case Answering answering -> Optional.of(answering.deadline());
            case Working working -> Optional.of(working.deadline());
            case Forgetting forgetting -> Optional.of(forgetting.deadline());
            case Speaking speaking -> Optional.of(speaking.deadline());
            case Leaving leaving -> Optional.of(leaving.deadline());
        };
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> whileQuiet(
            Quiet quiet, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(quiet, wish, now);
            case VoiceHeard _, DeadlineReached _ -> unchanged(quiet);
            case FromModel _, ToolsAnswered _, FromStore _, FromMouth _ -> stale();
        };
    }

    /// Voice now is the rest of the question, or the next one, which will be told.
    private Decision<Conversation, ConversationEffect, ConversationRejection> whileThinking(
            Thinking thinking, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(thinking, wish, now);
            case FromModel told ->
                    told.ticket() == thinking.tickets()
                            ? answers().told(thinking.turn(), told, now)
                            : stale();
            case DeadlineReached _ ->
                    now.isBefore(thinking.deadline())
                            ? unchanged(thinking)
                            : answers().late(thinking.turn(), thinking.tickets(), now);
            case VoiceHeard _ -> unchanged(thinking);
            case ToolsAnswered _, FromStore _, FromMouth _ -> stale();
        };
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> whileAnswering(
            Answering answering, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(answering, wish, now);
            case FromModel told ->
                    told.ticket() == answering.tickets()
                            ? answers().told(answering.turn(), told, now)
                            : stale();
            case FromMouth told ->
                    told.turn() == answering.turn().id() ? stopped(answering) : stale();
            case VoiceHeard _ -> stopped(answering);
            case DeadlineReached _ ->
                    now.isBefore(answering.deadline())
                            ? unchanged(answering)
                            : answers().late(answering.turn(), answering.tickets(), now);
            case ToolsAnswered _, FromStore _ -> stale();
        };
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> whileWorking(
            Working working, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(working, wish, now);
            case ToolsAnswered answered ->
                    answered.ticket() == working.tickets()
                            ? answers().goingOn(working.turn(), working.tickets(), now)
                            : stale();
            case FromMouth told ->
                    told.turn() == working.turn().id() && working.turn().hasBegun()
                            ? stopped(working)
                            : stale();
            case VoiceHeard _ -> working.turn().hasBegun() ? stopped(working) : unchanged(working);
            case DeadlineReached _ ->
                    now.isBefore(working.deadline())
                            ? unchanged(working)
                            : answers().late(working.turn(), working.tickets(), now);
            case FromModel _, FromStore _ -> stale();
        };
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> whileForgetting(
            Forgetting forgetting, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(forgetting, wish, now);
            case FromStore told ->
                    told.ticket() == forgetting.tickets()
                            ? forgot(forgetting, wording(told), now)
                            : stale();
            case DeadlineReached _ ->
                    now.isBefore(forgetting.deadline())
                            ? unchanged(forgetting)
                            : forgot(forgetting, Wording.NOT_FORGOTTEN, now);
            case VoiceHeard _ -> unchanged(forgetting);
            case FromModel _, ToolsAnswered _, FromMouth _ -> stale();
        };
    }

    private static Wording wording(FromStore told) {
        return switch (told) {
            case ConversationCommand.Forgotten _ -> Wording.FORGOTTEN;
            case ConversationCommand.NotForgotten _ -> Wording.NOT_FORGOTTEN;
        };
    }

    private static Decision<Conversation, ConversationEffect, ConversationRejection> forgot(
            Forgetting forgetting, Wording wording, Instant now) {
        Turn turn = forgetting.turn();
        return Turns.reply(turn.id(), wording.in(turn.language()), forgetting.tickets(), now);
    }

    private Decision<Conversation, ConversationEffect, ConversationRejection> whileSpeaking(
            Speaking speaking, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(speaking, wish, now);
            case FromMouth told ->
                    told.turn() == speaking.turn()
                            ? unchanged(new Quiet(speaking.tickets()))
                            : stale();
            case VoiceHeard _ -> stopped(speaking);
            case DeadlineReached _ ->
                    now.isBefore(speaking.deadline()) ? unchanged(speaking) : stopped(speaking);
            case FromModel _, ToolsAnswered _, FromStore _ -> stale();
        };
    }

    /// Whoever says goodbye and goes on talking stays.
    private Decision<Conversation, ConversationEffect, ConversationRejection> whileLeaving(
            Leaving leaving, ConversationCommand command, Instant now) {
        return switch (command) {
            case Wish wish -> turns().wish(leaving, wish, now);
            case FromMouth told ->
                    told.turn() == leaving.turn()
                            ? Decision.accept(
                                    new Quiet(leaving.tickets()),
                                    List.of(new ConversationEffect.Leave()))
                            : stale();
            case VoiceHeard _ -> stopped(leaving);
            case DeadlineReached _ ->
                    now.isBefore(leaving.deadline()) ? unchanged(leaving) : stopped(leaving);
            case FromModel _, ToolsAnswered _, FromStore _ -> stale();
        };
    }

    private Turns turns() {
        return new Turns(settings);
    }

    private AnswerRules answers() {
        return new AnswerRules(settings);
    }

    private static Decision<Conversation, ConversationEffect, ConversationRejection> stopped(
            Conversation conversation) {
        return Decision.accept(new Quiet(conversation.tickets()), Turns.stopping(conversation));
    }

    private static Decision<Conversation, ConversationEffect, ConversationRejection> unchanged(
            Conversation conversation) {
        return Decision.accept(conversation, List.of());
    }

    private static Decision<Conversation, ConversationEffect, ConversationRejection> stale() {
        return Decision.reject(ConversationRejection.STALE);
    }
}
