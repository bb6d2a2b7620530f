package dev.supie.application.speech;

import dev.supie.application.runtime.Wakeup;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.listening.Pickup;
import dev.supie.domain.listening.PickupCommand;
import dev.supie.domain.listening.PickupDecider;
import dev.supie.domain.listening.PickupEffect;
import dev.supie.domain.listening.PickupRejection;
import dev.supie.domain.listening.PickupSettings;
import dev.supie.domain.listening.PreRoll;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One step of an ear; only ever called in its lane.
final class EarSteps {

    /// CON-3: that there is a voice is told this often.
    private static final Duration VOICE_SPACING = Duration.ofSeconds(1);

    private final SpeechFeature.Ports ports;
    private final SessionId session;
    private final EarListener listener;
    private final Senses senses;
    private final Utterances utterances;
    private final Wakeup wakeup;
    private Pickup pickup;
    private PreRoll<byte[]> packets = PreRoll.empty();
    private PreRoll<PcmFrame> sounds = PreRoll.empty();
    private byte[] packet = {};
    private PcmFrame sound = PcmFrame.EMPTY;
    private Instant nextVoice;

    /// How speech is picked up whatever the badge says; empty if it decides.
    private Optional<ListenMode> imposed = Optional.empty();

    /// Set once the connection has ended.
    private @Nullable Runnable whenDone;

    /// @param soon does something in the lane
    EarSteps(
            SpeechFeature.Ports ports,
            DeviceId device,
            SessionId session,
            EarListener listener,
            Consumer<Runnable> soon) {
        this.ports = ports;
        this.session = session;
        this.listener = listener;
        this.senses = new Senses(ports, session);
        this.utterances =
                new Utterances(
                        ports,
                        device,
                        session,
                        command -> soon.accept(() -> decide(command.get())));
        this.wakeup = new Wakeup(ports.alarms(), () -> soon.accept(this::wake));
        this.pickup = Pickup.begun(ports.time().instant());
        this.nextVoice = Instant.MIN;
    }

    SessionId session() {
        return session;
    }

    void packet(Inbox.Packet came) {
        if (came.lostBefore() > 0 && pickup instanceof Pickup.Listening) {
            heard(senses.conceal(came.lostBefore()));
        }
        arrived(came.bytes());
    }

    private void arrived(byte[] bytes) {
        packet = bytes;
        decide(new PickupCommand.PacketArrived());
    }

    void format(UplinkFormat format) {
        senses.format(format);
    }

    /// What the badge says about its listening.
    void order(PickupCommand command) {
        if (command instanceof PickupCommand.Start(ListenMode wanted)) {
            start(imposed.orElse(wanted));
        } else {
            decide(command);
        }
    }

    private void start(ListenMode mode) {
        Optional<String> missing = Deafness.of(ports, mode);
        if (missing.isPresent()) {
            listener.deaf(missing.get());
        } else {
            decide(new PickupCommand.Start(mode));
        }
    }

    /// LIS-6, MODE-3, MTG-1.
    void switchTo(Mode mode) {
        decide(new PickupCommand.Forget());
        ListenMode inMeeting =
                ports.settings().get().preferDeviceVad() ? ListenMode.MANUAL : ListenMode.AUTO;
        imposed = mode == Mode.MEETING ? Optional.of(inMeeting) : Optional.empty();
        switch (mode) {
            case CHAT, CODING -> {}
            case WORKING -> listen(ListenMode.MANUAL);
            case MEETING -> listen(inMeeting);
        }
    }

    /// The badge did not ask for it, so it is not told if it cannot be done; it will be once it
    /// asks.
    private void listen(ListenMode mode) {
        if (Deafness.of(ports, mode).isEmpty()) {
            decide(new PickupCommand.Start(mode));
        }
    }

    void close(Ear.End end, Runnable done) {
        whenDone = done;
        decide(
                switch (end) {
                    case FORGET -> new PickupCommand.Forget();
                    case FINISH -> new PickupCommand.Stop();
                });
        rest();
    }

    private void wake() {
        wakeup.fired();
        decide(new PickupCommand.DeadlineReached());
    }

    private void heard(PcmFrame frame) {
        if (frame.length() == 0) {
            return;
        }
        sound = frame;
        boolean voice = senses.isVoice(frame);
        if (voice) {
            tellVoice();
        }
        decide(new PickupCommand.SoundHeard(frame.duration(), voice));
        sound = PcmFrame.EMPTY;
    }

    private void tellVoice() {
        Instant now = ports.time().instant();
        if (!now.isBefore(nextVoice)) {
            nextVoice = now.plus(VOICE_SPACING);
            listener.voice();
        }
    }

    private void decide(PickupCommand command) {
        PickupDecider decider = new PickupDecider(settings());
        switch (decider.decide(pickup, command, ports.time().instant())) {
            // An echo, or an answer that nobody waits for any more: nothing is to be done.
            case Decision.Rejected<Pickup, PickupEffect, PickupRejection> _ -> {}
            case Decision.Accepted<Pickup, PickupEffect, PickupRejection> accepted -> {
                pickup = accepted.next();
                List<byte[]> before = packets.sounds();
                accepted.effects().forEach(this::act);
                wakeup.by(decider.deadline(pickup));
                if (accepted.effects().contains(new PickupEffect.Prepare())) {
                    before.forEach(this::arrived);
                }
                rest();
            }
        }
    }

    /// A badge that nobody listens to costs no more than one that never spoke.
    private void rest() {
        if (pickup instanceof Pickup.Idle) {
            senses.close();
            Runnable done = whenDone;
            if (done != null) {
                whenDone = null;
                packets = PreRoll.empty();
                done.run();
            }
        }
    }

    private PickupSettings settings() {
        SpeechSettings settings = ports.settings().get();
        return new PickupSettings(
                ports.recognizers().size(), settings.manualFallback(), settings.answerWithin());
    }

    private void act(PickupEffect effect) {
        switch (effect) {
            case PickupEffect.KeepPacket _ ->
                    packets = packets.with(packet, senses.format().packet());
            case PickupEffect.DropPackets _ -> packets = PreRoll.empty();
            case PickupEffect.HearPacket _ -> heard(senses.decode(packet));
            case PickupEffect.Prepare _ -> {
                senses.reset();
                packets = PreRoll.empty();
                sounds = PreRoll.empty();
            }
            case PickupEffect.KeepSound _ -> sounds = sounds.with(sound, sound.duration());
            case PickupEffect.Begin begin -> {
                utterances.begin(begin.segment(), sounds.sounds());
                sounds = PreRoll.empty();
            }
            case PickupEffect.Take take -> utterances.take(take.segment(), sound);
            case PickupEffect.Ask ask -> utterances.ask(ask.segment(), ask.recognizer());
            case PickupEffect.Finish finish -> utterances.finish(finish.segment());
            case PickupEffect.Drop drop -> utterances.drop(drop.segment());
            case PickupEffect.TellGuess guess -> {
                utterances.guessTold(guess.segment());
                listener.guessed(guess.since(), guess.speech());
            }
            case PickupEffect.Tell tell -> tell(tell);
            case PickupEffect.TellUnheard unheard ->
                    listener.unheard(
                            unheard.since(),
                            unheard.reason(),
                            utterances.failure(unheard.segment(), unheard.reason()));
        }
    }

    /// That no words were said is only told to take back a guess.
    private void tell(PickupEffect.Tell tell) {
        boolean guessed = utterances.done(tell.segment());
        if (guessed || !tell.speech().text().isEmpty()) {
            listener.said(tell.since(), tell.speech());
        }
    }
}
