package dev.supie.domain.conversation;

import dev.supie.domain.conversation.Conversation.Answering;
import dev.supie.domain.conversation.Conversation.Forgetting;
import dev.supie.domain.conversation.Conversation.Leaving;
import dev.supie.domain.conversation.Conversation.Quiet;
import dev.supie.domain.conversation.Conversation.Speaking;
import dev.supie.domain.conversation.Conversation.Thinking;
import dev.supie.domain.conversation.Conversation.Working;
import dev.supie.domain.conversation.ConversationCommand.Abort;
import dev.supie.domain.conversation.ConversationCommand.Hush;
import dev.supie.domain.conversation.ConversationCommand.Said;
import dev.supie.domain.conversation.ConversationCommand.Wish;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.meeting.Language;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// How turns begin and how they are broken off.
record Turns(ConversationSettings settings) {

    /// Ends what is going on, and begins what is wanted.
    Decision<Conversation, ConversationEffect, ConversationRejection> wish(
            Conversation before, Wish wish, Instant now) {
        List<ConversationEffect> stopping = stopping(before);
        return switch (wish) {
            case Abort _, Hush _ -> Decision.accept(new Quiet(before.tickets()), stopping);
            case Said(String text) -> after(stopping, said(text, before.tickets(), now));
        };
    }

    private static Decision<Conversation, ConversationEffect, ConversationRejection> after(
            List<ConversationEffect> stopping, Begun begun) {
        List<ConversationEffect> effects = new ArrayList<>(stopping);
        effects.addAll(begun.effects());
        return Decision.accept(begun.next(), effects);
    }

    /// A turn and what it takes to begin it.
    private record Begun(Conversation next, List<ConversationEffect> effects) {}

    private Begun said(String text, long tickets, Instant now) {
        long id = tickets + 1;
        Turn turn =
                Turn.begun(
                        id,
                        Exchange.cut(text, ConversationSettings.QUESTION_CHARS_MAX),
                        now.plus(settings.turnWithin()));
        return switch (settings.phrases().of(text)) {
            case WAKE -> woken(turn, now);
            case EXIT ->
                    new Begun(
                            new Leaving(id, now.plus(ConversationSettings.SPEAKING_MAX), id),
                            spoken(id, Wording.FAREWELL.in(turn.language())));
            case FORGET ->
                    new Begun(
                            new Forgetting(turn, now.plus(ConversationSettings.FORGETTING_MAX), id),
                            List.of(new ConversationEffect.Forget(id)));
            case TALK -> settings.model() ? asked(turn, now) : offline(turn, now);
        };
    }

    /// CHAT-2: never a question for the model.
    private Begun woken(Turn turn, Instant now) {
        return settings.greeting()
                ? canned(turn, Wording.GREETING.in(turn.language()), now)
                : new Begun(new Quiet(turn.id()), List.of());
    }

    private Begun asked(Turn turn, Instant now) {
        return new Begun(
                new Thinking(turn, turn.deadline(settings.firstPieceWithin(), now), turn.id()),
                List.of(new ConversationEffect.AskModel(turn.id(), turn.question())));
    }

    private Begun offline(Turn turn, Instant now) {
        Language language = turn.language();
        LocalDateTime local = LocalDateTime.ofInstant(now, settings.offset());
        return canned(turn, OfflineReplies.to(turn.question(), language, local), now);
    }

    private static Begun canned(Turn turn, String text, Instant now) {
        return new Begun(speaking(turn.id(), turn.id(), now), spoken(turn.id(), text));
    }

    /// Says one thing that no model wrote, and nothing more.
    static Decision<Conversation, ConversationEffect, ConversationRejection> reply(
            long turn, String text, long tickets, Instant now) {
        return Decision.accept(speaking(turn, tickets, now), spoken(turn, text));
    }

    static Speaking speaking(long turn, long tickets, Instant now) {
        return new Speaking(turn, now.plus(ConversationSettings.SPEAKING_MAX), tickets);
    }

    private static List<ConversationEffect> spoken(long turn, String text) {
        return List.of(
                new ConversationEffect.Feel(EmotionRules.of(text)),
                new ConversationEffect.BeginAnswer(turn),
                new ConversationEffect.SaySentence(text),
                new ConversationEffect.FinishAnswer());
    }

    /// What it takes to end what is going on. Silence comes first: LIS-7 counts in milliseconds.
    static List<ConversationEffect> stopping(Conversation conversation) {
        return switch (conversation) {
            case Quiet _, Forgetting _ -> List.of();
            case Thinking _ -> List.of(new ConversationEffect.CancelModel());
            case Answering(Turn turn, _, _) ->
                    List.of(
                            new ConversationEffect.Silence(),
                            new ConversationEffect.CancelModel(),
                            remember(turn));
            case Working(Turn turn, _, _) ->
                    turn.hasBegun()
                            ? List.of(new ConversationEffect.Silence(), remember(turn))
                            : List.of();
            case Speaking _, Leaving _ -> List.of(new ConversationEffect.Silence());
        };
    }

    static ConversationEffect remember(Turn turn) {
        return new ConversationEffect.Remember(turn.question(), turn.answer());
    }
}
