package dev.supie.application.conversation;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.tool.Toolbox;
import dev.supie.domain.conversation.ConversationSettings;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the conversation feature together.
public final class ConversationFeature {

    /// Notes that a note taker is asked for at a time.
    public static final int NOTE_QUESTIONS_MAX = NoteDesk.QUESTIONS_MAX;

    private ConversationFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param model asked only if the settings say that there is one
    /// @param noteTaker asked for anew for every note; without one a turn is noted by its question
    /// @param toolbox of what a model may use
    /// @param threads where lanes run and questions for notes wait; they may wait for the store
    /// @param settings asked anew for every decision (CFG-3)
    public record Ports(
            ConversationModel model,
            MemoryStore store,
            Supplier<Optional<NoteTaker>> noteTaker,
            Mouths mouths,
            Toolbox toolbox,
            BadgeLink link,
            Executor threads,
            Alarms alarms,
            InstantSource time,
            Supplier<ConversationSettings> settings) {}

    /// The two sides of it: what connections use, and what those who look after memory do.
    public record Both(Conversations conversations, Memories memories) {}

    public static Both create(Ports ports) {
        NoteDesk notes = new NoteDesk(ports.noteTaker(), ports.threads(), ports.time());
        MemoryService memories =
                new MemoryService(ports.store(), notes, ports.threads(), ports.time());
        return new Both(
                (device, session, listener) ->
                        new LaneTalk(ports, memories.hold(device), session, listener),
                memories);
    }

    /// Where nothing is ever answered.
    public static Conversations mute() {
        return (_, _, _) -> new MuteTalk();
    }

    /// Where a model can do nothing but talk.
    public static Toolbox noTools() {
        return new NoTools();
    }
}
