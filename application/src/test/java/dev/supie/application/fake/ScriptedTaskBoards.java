package dev.supie.application.fake;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.TaskBoards;
import dev.supie.domain.peer.MessageId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Boards that take everything, unless the test tells them not to; what is written twice is there
/// once.
public final class ScriptedTaskBoards implements TaskBoards {

    private final List<MessageId> asked = new ArrayList<>();
    private final Set<MessageId> written = new LinkedHashSet<>();
    private final ArrayDeque<Script> script = new ArrayDeque<>();

    /// What one call does instead of the usual.
    private interface Script {
        Result play(SentMessage sent);
    }

    public ScriptedTaskBoards refuseNext(String reason) {
        script.addLast(_ -> new Result.Refused(reason));
        return this;
    }

    /// The next one is not known to be written.
    public ScriptedTaskBoards loseNext() {
        script.addLast(_ -> new Result.Unknown());
        return this;
    }

    /// The next one is written, and nobody hears of it.
    public ScriptedTaskBoards failNextAfter() {
        script.addLast(
                sent -> {
                    written.add(sent.message().id());
                    throw new StoreException("planned failure after writing");
                });
        return this;
    }

    /// A bug: something that boards must never throw.
    public ScriptedTaskBoards breakNext() {
        script.addLast(
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return this;
    }

    @Override
    public Result write(SentMessage sent) {
        asked.add(sent.message().id());
        Script next = script.pollFirst();
        if (next != null) {
            return next.play(sent);
        }
        written.add(sent.message().id());
        return new Result.Written();
    }

    /// Every message that it was asked to write, repeats included.
    public List<MessageId> asked() {
        return List.copyOf(asked);
    }

    /// Every message that is on the boards.
    public List<MessageId> written() {
        return List.copyOf(written);
    }
}
