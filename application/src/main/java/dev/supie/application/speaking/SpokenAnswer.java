package dev.supie.application.speaking;

import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.speaking.Recital;
import dev.supie.domain.speaking.RecitalCommand;
import dev.supie.domain.speaking.RecitalDecider;
import dev.supie.domain.speaking.RecitalEffect;
import dev.supie.domain.speaking.RecitalRejection;
import dev.supie.domain.speaking.Sentences;

import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/// One answer on its way to a badge.
///
/// The lock guards everything. Whoever holds it only queues: messages to the badge, work, words to
/// the listener. So silence needs no other thread, and is there when the call returns (LIS-7).
final class SpokenAnswer implements Answer {

    private static final System.Logger LOG = System.getLogger(SpokenAnswer.class.getName());

    private final SpeakingFeature.Ports ports;
    private final SessionId session;
    private final Stage stage;
    private final Wakeup wakeup;
    private final ReentrantLock lock = new ReentrantLock();

    /// What an effect leads to; its turn comes when the effects beside it are done.
    private final ArrayDeque<RecitalCommand> following = new ArrayDeque<>(2);

    private Recital recital;
    private boolean deciding;
    private boolean leftOut;

    SpokenAnswer(SpeakingFeature.Ports ports, SessionId session, AnswerListener listener) {
        this.ports = ports;
        this.session = session;
        SpeakingSettings settings = ports.settings().get();
        this.stage = new Stage(ports, settings.within(), session, listener, new Feedback());
        this.wakeup = new Wakeup(ports.alarms(), this::woken);
        this.recital = new Recital.Unbegun(settings.headStart());
    }

    @Override
    public void say(String sentence) {
        Sentences.shown(sentence).forEach(this::sayPart);
    }

    private void sayPart(String text) {
        lock.lock();
        try {
            stage.add(text);
            handle(new RecitalCommand.Say());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void finish() {
        handle(new RecitalCommand.Finish());
    }

    /// Says no more, and tells the badge so.
    void silence() {
        handle(new RecitalCommand.Silence());
    }

    /// Says no more; the badge is gone.
    void abandon() {
        handle(new RecitalCommand.Gone());
    }

    private void woken() {
        lock.lock();
        try {
            wakeup.fired();
            handle(new RecitalCommand.DeadlineReached());
        } finally {
            lock.unlock();
        }
    }

    private void handle(RecitalCommand command) {
        lock.lock();
        try {
            following.add(command);
            if (deciding) {
                return;
            }
            decideAll();
            wakeup.by(RecitalDecider.deadline(recital));
        } finally {
            lock.unlock();
        }
    }

    private void decideAll() {
        deciding = true;
        try {
            for (var next = following.poll(); next != null; next = following.poll()) {
                decide(next);
            }
        } finally {
            deciding = false;
        }
    }

    private void decide(RecitalCommand command) {
        switch (RecitalDecider.decide(recital, command, ports.time().instant())) {
            case Decision.Accepted<Recital, RecitalEffect, RecitalRejection> accepted -> {
                recital = accepted.next();
                accepted.effects().forEach(stage::perform);
            }
            case Decision.Rejected<Recital, RecitalEffect, RecitalRejection> rejected ->
                    rejected(command, rejected.reason());
        }
        if (recital instanceof Recital.Over) {
            stage.clear();
        }
    }

    private void rejected(RecitalCommand command, RecitalRejection reason) {
        switch (command) {
            case RecitalCommand.Say _ -> {
                stage.removeAdded();
                if (reason == RecitalRejection.FULL) {
                    sentenceLeftOut();
                }
            }
            case RecitalCommand.SoundReady _ -> stage.removeSound();
            case RecitalCommand.Finish _,
                    RecitalCommand.SoundEnded _,
                    RecitalCommand.BeginningWritten _,
                    RecitalCommand.PacketWritten _,
                    RecitalCommand.DeadlineReached _,
                    RecitalCommand.Silence _,
                    RecitalCommand.Gone _ -> {}
        }
    }

    private void sentenceLeftOut() {
        ports.tally().sentenceLeftOut();
        if (!leftOut) {
            leftOut = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "more than {0} sentences wait to be said, the rest is left out: session={1}",
                    Recital.SENTENCES_WAITING_MAX,
                    session);
        }
    }

    private final class Feedback implements Stage.Feedback {

        @Override
        public void on(RecitalCommand command) {
            handle(command);
        }

        @Override
        public void onSound(int sentence, byte[] packet) {
            lock.lock();
            try {
                stage.add(packet);
                handle(new RecitalCommand.SoundReady(sentence, 1));
            } finally {
                lock.unlock();
            }
        }
    }
}
