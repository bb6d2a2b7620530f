package dev.supie.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A conversation under test: what happens to it, and what came of it since it was last looked at.
final class Dialogue {

    static final Instant START = Instant.parse("2026-11-21T09:04:00Z");

    static final ConversationSettings MODEL = settings(true, false);
    static final ConversationSettings OFFLINE = settings(false, false);

    private final ConversationSettings settings;
    private final List<ConversationEffect> effects = new ArrayList<>();
    private Conversation conversation = Conversation.begun();
    private Instant now = START;
    private boolean refused;

    Dialogue(ConversationSettings settings) {
        this.settings = settings;
    }

    static ConversationSettings settings(boolean model, boolean greeting) {
        return new ConversationSettings(
                model,
                greeting,
                TalkPhrases.DEFAULTS,
                ZoneOffset.ofHours(8),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60));
    }

    Dialogue when(ConversationCommand command) {
        refused = false;
        switch (decider().decide(conversation, command, now)) {
            case Decision.Accepted<Conversation, ConversationEffect, ConversationRejection> yes -> {
                conversation = yes.next();
                effects.addAll(yes.effects());
            }
            case Decision.Rejected<Conversation, ConversationEffect, ConversationRejection> _ ->
                    refused = true;
        }
        return this;
    }

    Dialogue said(String text) {
        return when(new ConversationCommand.Said(text));
    }

    /// Of the question that is open.
    Dialogue piece(String text) {
        return when(new ConversationCommand.Piece(conversation.tickets(), text));
    }

    Dialogue ended() {
        return when(new ConversationCommand.Ended(conversation.tickets()));
    }

    Dialogue failed(Trouble trouble) {
        return when(new ConversationCommand.Failed(conversation.tickets(), trouble));
    }

    /// An early or a late look at the clock.
    Dialogue after(Duration time) {
        now = now.plus(time);
        return when(new ConversationCommand.DeadlineReached());
    }

    Dialogue then(ConversationEffect... expected) {
        assertEquals(List.of(expected), effects);
        effects.clear();
        return this;
    }

    /// What is said, in one line, whatever else is done.
    Dialogue thenSays(String... sentences) {
        assertEquals(
                List.of(sentences),
                effects.stream()
                        .filter(ConversationEffect.SaySentence.class::isInstance)
                        .map(effect -> ((ConversationEffect.SaySentence) effect).text())
                        .toList());
        effects.clear();
        return this;
    }

    Dialogue forgettingEffects() {
        effects.clear();
        return this;
    }

    Dialogue thenIs(Class<? extends Conversation> state) {
        assertEquals(state, conversation.getClass());
        return this;
    }

    Dialogue thenRefused() {
        assertEquals(true, refused, "the command was taken");
        return this;
    }

    Conversation conversation() {
        return conversation;
    }

    private ConversationDecider decider() {
        return new ConversationDecider(settings);
    }
}
