package dev.supie.application.speaking;

import dev.supie.application.connection.port.BadgeLink.Delivery;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.speaking.RecitalCommand;
import dev.supie.domain.speaking.RecitalEffect;
import dev.supie.domain.speaking.Sentences;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/// Carries out what was decided about one answer, and holds what it is made of. Only ever used with
/// the lock of its answer held.
final class Stage {

    private final SpeakingFeature.Ports ports;
    private final SessionId session;
    private final AnswerListener listener;
    private final Feedback feedback;
    private final SoundMaking making;
    private final Lane telling;

    /// Of the sentences that were not shown yet, by number.
    private final Map<Integer, String> texts = new HashMap<>();

    /// Of the sentence that is played and of the one after it, in this order.
    private final ArrayDeque<byte[]> packets = new ArrayDeque<>();

    private int added;
    private volatile Instant begunAt = Instant.MIN;
    private boolean begun;

    /// What effects lead to, on any thread.
    interface Feedback {

        void on(RecitalCommand command);

        /// A packet of this sentence was made.
        void onSound(int sentence, byte[] packet);
    }

    Stage(
            SpeakingFeature.Ports ports,
            Duration within,
            SessionId session,
            AnswerListener listener,
            Feedback feedback) {
        this.ports = ports;
        this.session = session;
        this.listener = listener;
        this.feedback = feedback;
        this.making = new SoundMaking(ports, within);
        this.telling = new Lane(ports.background());
    }

    /// The text of the sentence that is about to be said.
    void add(String text) {
        texts.put(added, text);
        added++;
    }

    /// It will not be said.
    void removeAdded() {
        added--;
        texts.remove(added);
    }

    /// The newest packet.
    void add(byte[] packet) {
        packets.addLast(packet);
    }

    /// Nobody waited for the newest packet.
    void removeSound() {
        packets.pollLast();
    }

    /// Holds nothing any more; what is under way is given up.
    void clear() {
        making.cancel();
        texts.clear();
        packets.clear();
        if (begun) {
            begun = false;
            ports.tally().answerEnded();
        }
    }

    void perform(RecitalEffect effect) {
        switch (effect) {
            case RecitalEffect.Begin _ -> begin();
            case RecitalEffect.Prepare(int sentence) -> prepare(sentence);
            case RecitalEffect.Show(int sentence) -> show(sentence);
            case RecitalEffect.Play(Duration position) -> play(position);
            case RecitalEffect.End _ ->
                    ports.link().send(session, new BadgeMessage.SpeechStop(session));
            case RecitalEffect.TellSpoken _ -> tell(listener::spoken);
            case RecitalEffect.TellSilenced _ -> {
                ports.tally().answerSilenced();
                tell(listener::silenced);
            }
        }
    }

    private void begin() {
        begun = true;
        begunAt = ports.time().instant();
        ports.tally().answerBegun();
        Runnable written = () -> feedback.on(new RecitalCommand.BeginningWritten());
        goneIf(ports.link().send(session, new BadgeMessage.SpeechStart(session), written));
        tell(listener::began);
    }

    private void prepare(int sentence) {
        String aloud = Sentences.aloud(texts.getOrDefault(sentence, ""));
        boolean taken =
                !aloud.isEmpty()
                        && making.begin(
                                aloud,
                                packet -> feedback.onSound(sentence, packet),
                                () -> feedback.on(new RecitalCommand.SoundEnded(sentence)));
        if (!taken) {
            ports.tally().sentenceSilent();
            feedback.on(new RecitalCommand.SoundEnded(sentence));
        }
    }

    private void show(int sentence) {
        String text = Optional.ofNullable(texts.remove(sentence)).orElse("");
        goneIf(ports.link().send(session, new BadgeMessage.SentenceStart(session, text)));
    }

    private void play(Duration position) {
        byte[] packet = packets.removeFirst();
        goneIf(ports.link().sendAudio(session, packet, position, () -> written(position)));
    }

    private void written(Duration position) {
        ports.tally().packetWritten();
        if (position.isZero()) {
            ports.tally().firstSound(Duration.between(begunAt, ports.time().instant()));
        }
        feedback.on(new RecitalCommand.PacketWritten());
    }

    /// A badge that takes nothing more is gone, or soon will be (MSG-7).
    private void goneIf(Delivery delivery) {
        switch (delivery) {
            case QUEUED -> {}
            case REFUSED -> feedback.on(new RecitalCommand.Gone());
        }
    }

    private void tell(Runnable news) {
        try {
            telling.urgent(news);
        } catch (RejectedExecutionException _) {
            // The process is ending, and nobody waits for the end of an answer any more.
        }
    }
}
