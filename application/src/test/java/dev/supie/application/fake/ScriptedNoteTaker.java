package dev.supie.application.fake;

import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.conversation.port.NoteTakerException;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A model that says of every turn that it was about its answer, unless the test tells it to fail
/// or to say something else. It remembers what it was asked.
public final class ScriptedNoteTaker implements NoteTaker {

    private final List<Exchange> asked = new ArrayList<>();
    private final ArrayDeque<NoteTaker> script = new ArrayDeque<>();
    private NoteTaker usual = (turn, _) -> usable("learned: " + turn.answer());

    public synchronized ScriptedNoteTaker failNext() {
        script.addLast(
                (_, _) -> {
                    throw new NoteTakerException("HTTP 500");
                });
        return this;
    }

    /// A bug: something a note taker must never throw.
    public synchronized ScriptedNoteTaker breakNext() {
        script.addLast(
                (_, _) -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return this;
    }

    /// Another bug: it says this, whatever it is.
    public synchronized ScriptedNoteTaker babbleNext(String words) {
        script.addLast((_, _) -> words);
        return this;
    }

    /// Its model says this of every turn from now on.
    public synchronized ScriptedNoteTaker say(String words) {
        usual = (_, _) -> usable(words);
        return this;
    }

    /// It has no usable answer from now on, or none in time: here that is the same.
    public ScriptedNoteTaker saySomethingElse() {
        return say("");
    }

    private static String usable(String words) throws NoteTakerException {
        return Memory.note(words)
                .orElseThrow(() -> new NoteTakerException("there is no usable note"));
    }

    @Override
    public synchronized String note(Exchange turn, Duration timeLimit) throws NoteTakerException {
        asked.add(turn);
        if (Thread.currentThread().isInterrupted()) {
            throw new NoteTakerException("interrupted");
        }
        NoteTaker next = script.pollFirst();
        return (next == null ? usual : next).note(turn, timeLimit);
    }

    public synchronized List<Exchange> asked() {
        return List.copyOf(asked);
    }
}
