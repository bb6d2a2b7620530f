package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.out.service.CallFailure;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A [ChatModel] that is asked for one thing about data, which each question puts into a [Fence] of
/// its own; every answer leaves a line in the log (MTG-8).
///
/// @param <T> what an answer is read as
final class FencedModel<T extends FencedModel.Written> implements AutoCloseable {

    private final ChatModel model;
    private final Form<T> form;
    private final AnswerLog answers;
    private final Surroundings surroundings;

    /// What was read out of an answer.
    interface Written {

        /// Characters of the answer's JSON, for the log.
        int jsonLength();
    }

    /// Puts a question into a request: `messages` and `max_tokens`.
    @FunctionalInterface
    interface Question {
        void addTo(ObjectNode call, Fence fence);
    }

    /// Finds what was asked for in the model's words; empty if it is not there.
    @FunctionalInterface
    interface Reader<T> {

        /// @param cut whether the model was stopped before it was done
        Optional<T> read(String answer, boolean cut);
    }

    /// What an answer must be.
    ///
    /// @param missing what is said of one that is not, and that was not cut off
    record Form<T>(Reader<T> reader, String missing) {}

    FencedModel(ChatModel model, Form<T> form, AnswerLog answers, Surroundings surroundings) {
        this.model = model;
        this.form = form;
        this.answers = answers;
        this.surroundings = surroundings;
    }

    /// As [ChatModel#ask]; an answer that cannot be used is a failure.
    T ask(Question question, Duration timeLimit) throws CallFailure, InterruptedException {
        Fence fence = new Fence(surroundings.nonces().get());
        long started = nanoTime().getAsLong();
        return model.ask(
                call -> question.addTo(call, fence), content -> read(content, started), timeLimit);
    }

    private T read(ChatAnswer.Content content, long started) throws CallFailure {
        Optional<T> written = form.reader().read(content.text(), content.cut());
        answers.write(
                content,
                written.map(Written::jsonLength).orElse(0),
                Duration.ofNanos(nanoTime().getAsLong() - started));
        String reason = content.cut() ? "the answer was cut off" : form.missing();
        return written.orElseThrow(() -> ChatModel.unusable(reason));
    }

    private LongSupplier nanoTime() {
        return surroundings.timing().nanoTime();
    }

    /// Ends questions under way as failures.
    @Override
    public void close() {
        model.close();
    }
}
