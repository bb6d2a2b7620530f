package dev.supie.application.fake;

import dev.supie.application.speaking.Answer;
import dev.supie.application.speaking.AnswerListener;
import dev.supie.application.speaking.Mouth;
import dev.supie.application.speaking.Mouths;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/// Mouths that write down what is said: `start`, each sentence, `stop`. Unless they are slow, an
/// answer is spoken as soon as it is whole; listeners are told on the executor.
public final class RecordingMouths implements Mouths {

    private final Map<SessionId, List<String>> heard = new ConcurrentHashMap<>();
    private final List<OneMouth> open = new CopyOnWriteArrayList<>();
    private final Executor threads;
    private volatile boolean slow;

    public RecordingMouths(Executor threads) {
        this.threads = threads;
    }

    /// An answer that is whole goes on being spoken until [#speakToTheEnd].
    public RecordingMouths slow() {
        slow = true;
        return this;
    }

    @Override
    public Mouth open(SessionId session) {
        OneMouth mouth =
                new OneMouth(heard.computeIfAbsent(session, _ -> new CopyOnWriteArrayList<>()));
        open.add(mouth);
        return mouth;
    }

    /// What a badge has heard, in order.
    public List<String> heard(SessionId session) {
        return List.copyOf(heard.getOrDefault(session, List.of()));
    }

    /// Everything that is whole has been spoken.
    public void speakToTheEnd() {
        open.forEach(OneMouth::speakToTheEnd);
    }

    /// Mouths that were opened and are not closed.
    public int open() {
        return open.size();
    }

    private final class OneMouth implements Mouth {

        private final List<String> said;
        private @Nullable OneAnswer current;

        OneMouth(List<String> said) {
            this.said = said;
        }

        @Override
        public synchronized Answer begin(AnswerListener listener, Mode mode) {
            silence();
            OneAnswer begun = new OneAnswer(this, listener);
            current = begun;
            return begun;
        }

        @Override
        public synchronized void silence() {
            if (current != null) {
                OneAnswer ending = current;
                current = null;
                ending.end(ending.listener::silenced);
            }
        }

        @Override
        public synchronized void close() {
            silence();
            open.remove(this);
        }

        private synchronized void speakToTheEnd() {
            if (current != null && current.whole) {
                OneAnswer ending = current;
                current = null;
                ending.end(ending.listener::spoken);
            }
        }
    }

    private final class OneAnswer implements Answer {

        private final OneMouth mouth;
        private final AnswerListener listener;
        private final List<String> sentences = new ArrayList<>();
        private boolean whole;

        OneAnswer(OneMouth mouth, AnswerListener listener) {
            this.mouth = mouth;
            this.listener = listener;
        }

        @Override
        public void say(String sentence) {
            synchronized (mouth) {
                if (mouth.current != this) {
                    return;
                }
                if (sentences.isEmpty()) {
                    mouth.said.add("start");
                    threads.execute(listener::began);
                }
                sentences.add(sentence);
                mouth.said.add(sentence);
            }
        }

        @Override
        public void finish() {
            synchronized (mouth) {
                whole = true;
                if (!slow && mouth.current == this) {
                    mouth.speakToTheEnd();
                }
            }
        }

        private void end(Runnable told) {
            if (!sentences.isEmpty()) {
                mouth.said.add("stop");
            }
            threads.execute(told);
        }
    }
}
