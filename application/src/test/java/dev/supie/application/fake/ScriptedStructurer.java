package dev.supie.application.fake;

import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A model that says of every message that it is a notice, unless the test tells it to fail or to
/// say something else. It remembers what it was asked.
public final class ScriptedStructurer implements Structurer {

    private final List<Submission> asked = new ArrayList<>();
    private final ArrayDeque<Script> script = new ArrayDeque<>();
    private Script usual = ScriptedStructurer::aNotice;

    /// What one call does.
    private interface Script {
        Structure play(Structure byRules) throws StructurerException;
    }

    public synchronized ScriptedStructurer failNext() {
        script.addLast(
                _ -> {
                    throw new StructurerException("HTTP 500");
                });
        return this;
    }

    /// A bug: something a structurer must never throw.
    public synchronized ScriptedStructurer breakNext() {
        script.addLast(
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return this;
    }

    /// It says this of every message from now on.
    ///
    /// @param category in whatever spelling
    public synchronized ScriptedStructurer say(
            String category, String summary, Normalized normalized) {
        usual = byRules -> Structure.corrected(category, summary, normalized, byRules);
        return this;
    }

    /// It has no usable answer from now on, or none in time: here that is the same.
    public synchronized ScriptedStructurer saySomethingElse() {
        usual =
                _ -> {
                    throw new StructurerException("there is no usable object in the answer");
                };
        return this;
    }

    @Override
    public synchronized Structure structure(
            Submission submission, Structure byRules, Duration timeLimit)
            throws StructurerException {
        asked.add(submission);
        if (Thread.currentThread().isInterrupted()) {
            throw new StructurerException("interrupted");
        }
        Script next = script.pollFirst();
        return (next == null ? usual : next).play(byRules);
    }

    private static Structure aNotice(Structure byRules) {
        String summary = "read: " + byRules.summary();
        return Structure.corrected(Category.NOTICE.word(), summary, byRules.normalized(), byRules);
    }

    public synchronized List<Submission> asked() {
        return List.copyOf(asked);
    }
}
