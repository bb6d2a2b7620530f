package dev.supie.application.fake;

import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A model that says of every message that it is a notice, unless the test tells it to fail. It
/// remembers what it was asked.
public final class ScriptedStructurer implements Structurer {

    private final List<Submission> asked = new ArrayList<>();
    private final ArrayDeque<Script> script = new ArrayDeque<>();

    /// What one call does instead of the usual.
    private interface Script {
        void play() throws StructurerException;
    }

    public ScriptedStructurer failNext() {
        script.addLast(
                () -> {
                    throw new StructurerException("HTTP 500");
                });
        return this;
    }

    /// A bug: something a structurer must never throw.
    public ScriptedStructurer breakNext() {
        script.addLast(
                () -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return this;
    }

    @Override
    public Structure structure(Submission submission, Structure byRules, Duration timeLimit)
            throws StructurerException {
        asked.add(submission);
        Script next = script.pollFirst();
        if (next != null) {
            next.play();
        }
        String summary = "read: " + byRules.summary();
        return Structure.corrected(Category.NOTICE.word(), summary, byRules.normalized(), byRules);
    }

    public List<Submission> asked() {
        return List.copyOf(asked);
    }
}
