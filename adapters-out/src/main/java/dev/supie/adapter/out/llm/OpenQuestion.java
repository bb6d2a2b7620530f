package dev.supie.adapter.out.llm;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A question under way, on a thread of its own that mostly waits.
final class OpenQuestion implements BuildAdviser.Asked {

    /// Whoever takes it out tells it; nobody else does.
    private final AtomicReference<Optional<Consumer<ModelAnswer>>> hears;

    private final Thread thread;

    /// @param answer waits for the model; ends early, with whatever it likes, if it is interrupted
    private OpenQuestion(Supplier<ModelAnswer> answer, Consumer<ModelAnswer> hears) {
        this.hears = new AtomicReference<>(Optional.of(hears));
        this.thread = Thread.ofVirtual().name("adviser").unstarted(() -> tell(answer.get()));
    }

    static OpenQuestion ask(Supplier<ModelAnswer> answer, Consumer<ModelAnswer> hears) {
        OpenQuestion question = new OpenQuestion(answer, hears);
        question.thread.start();
        return question;
    }

    private void tell(ModelAnswer answer) {
        hears.getAndSet(Optional.empty()).ifPresent(listener -> listener.accept(answer));
    }

    /// The interrupt closes the connection to the model.
    @Override
    public void cancel() {
        if (hears.getAndSet(Optional.empty()).isPresent()) {
            thread.interrupt();
        }
    }
}
