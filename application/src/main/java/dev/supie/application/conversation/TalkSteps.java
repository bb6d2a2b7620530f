package dev.supie.application.conversation;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.runtime.Wakeup;
import dev.supie.application.speaking.Answer;
import dev.supie.application.speaking.AnswerListener;
import dev.supie.application.speaking.Mouth;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.Conversation;
import dev.supie.domain.conversation.ConversationCommand;
import dev.supie.domain.conversation.ConversationDecider;
import dev.supie.domain.conversation.ConversationEffect;
import dev.supie.domain.conversation.ConversationRejection;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// One step of a talk; only ever called in its lane.
final class TalkSteps {

    private final ConversationFeature.Ports ports;
    private final Own own;
    private final Wakeup wakeup;
    private final ModelDesk model;
    private Conversation conversation = Conversation.begun();

    /// The answer that is being given; whatever is said to one that has ended is harmless.
    private @Nullable Answer answer;

    /// The turn of which the badge hears; 0 if of none.
    private long speaking;

    /// The badge's, when something was said last.
    private Mode mode = Mode.CHAT;

    private boolean closed;

    /// What belongs to this talk alone.
    ///
    /// @param lane does something in the talk's lane
    record Own(
            SessionId session,
            DeviceMemory memory,
            Mouth mouth,
            TalkListener listener,
            Consumer<Runnable> lane) {

        void inLane(Runnable task) {
            lane.accept(task);
        }
    }

    TalkSteps(ConversationFeature.Ports ports, Own own) {
        this.ports = ports;
        this.own = own;
        this.wakeup = new Wakeup(ports.alarms(), () -> own.inLane(this::wake));
        this.model = new ModelDesk(ports, own, command -> own.inLane(() -> decide(command)));
    }

    void said(String text, Mode mode) {
        this.mode = mode;
        model.talksIn(mode);
        decide(new ConversationCommand.Said(text));
    }

    void decide(ConversationCommand command) {
        // What waited in the lane when the connection ended would begin a turn of its own.
        if (!closed) {
            decided(command);
        }
    }

    void close() {
        if (closed) {
            return;
        }
        decide(new ConversationCommand.Hush());
        closed = true;
        own.memory().release();
    }

    private void wake() {
        wakeup.fired();
        decide(new ConversationCommand.DeadlineReached());
    }

    private void decided(ConversationCommand command) {
        ConversationDecider decider = new ConversationDecider(ports.settings().get());
        switch (decider.decide(conversation, command, ports.time().instant())) {
            // Nobody waits for it any more: nothing is to be done.
            case Decision.Rejected<Conversation, ConversationEffect, ConversationRejection> _ -> {}
            case Decision.Accepted<Conversation, ConversationEffect, ConversationRejection>
                            accepted -> {
                conversation = accepted.next();
                accepted.effects().forEach(this::act);
            }
        }
        wakeup.by(decider.deadline(conversation));
    }

    private void act(ConversationEffect effect) {
        switch (effect) {
            case ConversationEffect.Feel(var emotion) ->
                    ports.link()
                            .send(own.session(), new BadgeMessage.Face(own.session(), emotion, ""));
            case ConversationEffect.AskModel(long ticket, String question) ->
                    model.ask(ticket, question);
            case ConversationEffect.AskAgain(long ticket) -> model.askAgain(ticket);
            case ConversationEffect.CancelModel _ -> model.cancel();
            case ConversationEffect.RunTools(long ticket) -> model.runTools(ticket);
            case ConversationEffect.BeginAnswer(long turn) ->
                    answer = own.mouth().begin(new Ear(turn), mode);
            case ConversationEffect.SaySentence(String text) -> say(text);
            case ConversationEffect.FinishAnswer _ -> finish();
            case ConversationEffect.Silence _ -> own.mouth().silence();
            case ConversationEffect.Remember(String question, String said) ->
                    own.memory().add(new Exchange(question, said));
            case ConversationEffect.Forget(long ticket) ->
                    own.memory().forget(done -> own.inLane(() -> forgot(ticket, done)));
            case ConversationEffect.Leave _ -> own.listener().leave();
        }
    }

    private void say(String text) {
        if (answer != null) {
            answer.say(text);
        }
    }

    private void finish() {
        if (answer != null) {
            answer.finish();
            answer = null;
        }
    }

    private void forgot(long ticket, boolean done) {
        decide(
                done
                        ? new ConversationCommand.Forgotten(ticket)
                        : new ConversationCommand.NotForgotten(ticket));
    }

    /// What is heard of speaking one answer. It comes on other threads, and of an answer that was
    /// broken off maybe after the next one has begun.
    private final class Ear implements AnswerListener {

        private final long turn;

        Ear(long turn) {
            this.turn = turn;
        }

        @Override
        public void began() {
            own.inLane(
                    () -> {
                        speaking = turn;
                        own.listener().speaking();
                    });
        }

        @Override
        public void spoken() {
            own.inLane(() -> over(new ConversationCommand.Spoken(turn)));
        }

        @Override
        public void silenced() {
            own.inLane(() -> over(new ConversationCommand.Silenced(turn)));
        }

        private void over(ConversationCommand command) {
            if (speaking == turn) {
                speaking = 0;
                own.listener().quiet();
            }
            decide(command);
        }
    }
}
