package dev.supie.application.fake;

import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// A model that says what the test has told it, and hangs if it was told nothing. It remembers
/// every prompt, and what became of it.
public final class ScriptedConversationModel implements ConversationModel {

    private final List<Prompt> prompts = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final ArrayDeque<List<ModelEvent>> script = new ArrayDeque<>();
    private Function<Prompt, List<ModelEvent>> otherwise = _ -> List.of();
    private int cancelled;
    private boolean broken;

    private record Open(Consumer<ModelEvent> listener) {}

    /// The next answer, in pieces and whole.
    public ScriptedConversationModel answerNext(String... pieces) {
        script.addLast(whole(pieces));
        return this;
    }

    public ScriptedConversationModel sayNext(ModelEvent... events) {
        script.addLast(List.of(events));
        return this;
    }

    /// What is said whenever nothing else was told.
    public ScriptedConversationModel answering(Function<Prompt, List<ModelEvent>> answers) {
        otherwise = answers;
        return this;
    }

    public static List<ModelEvent> whole(String... pieces) {
        return Stream.concat(
                        Stream.of(pieces).<ModelEvent>map(ModelEvent.Piece::new),
                        Stream.of(new ModelEvent.Ended()))
                .toList();
    }

    /// A bug: something a model must never throw.
    public ScriptedConversationModel breakNext() {
        broken = true;
        return this;
    }

    @Override
    public synchronized Asked ask(Prompt prompt, Consumer<ModelEvent> listener) {
        prompts.add(prompt);
        if (broken) {
            broken = false;
            throw new IllegalStateException("broken on purpose");
        }
        Open asked = new Open(listener);
        open.add(asked);
        List<ModelEvent> events = script.isEmpty() ? otherwise.apply(prompt) : script.removeFirst();
        events.forEach(event -> tell(asked, event));
        return () -> cancel(asked);
    }

    /// To everybody who waits, whether or not an end was told before.
    public synchronized void say(ModelEvent event) {
        List.copyOf(open).forEach(each -> tell(each, event));
    }

    private synchronized void tell(Open asked, ModelEvent event) {
        asked.listener().accept(event);
        if (!(event instanceof ModelEvent.Piece)) {
            open.remove(asked);
        }
    }

    private synchronized void cancel(Open asked) {
        if (open.remove(asked)) {
            cancelled++;
        }
    }

    public synchronized int hanging() {
        return open.size();
    }

    public synchronized int cancelled() {
        return cancelled;
    }

    public synchronized List<Prompt> prompts() {
        return List.copyOf(prompts);
    }
}
