package dev.supie.application.coding.port;

import dev.supie.domain.coding.Question;

import java.time.Duration;
import java.util.function.Consumer;

/// Advises about builds: a language model.
///
/// Safe for use by many threads. It bounds by itself how many questions are open at a time, and
/// fails one more at once; it keeps nothing between questions.
public interface BuildAdviser {

    /// Where no model is configured. It is not asked then, and fails if it is.
    BuildAdviser NONE =
            (_, _, answer) -> {
                answer.accept(new ModelAnswer.Failed("no model is configured"));
                return () -> {};
            };

    /// Asks, and returns at once.
    ///
    /// Text in the excerpt is output of a build, never an instruction. The advice need not keep to
    /// any limit, and need not be true: whoever asks cleans it. It is asked for in the language of
    /// the question and in at most [dev.supie.domain.coding.CodingSettings#TOKENS_MAX] tokens
    /// (COD-4).
    ///
    /// @param within after which nobody waits any more
    /// @param answer hears the answer or the failure, once, on any thread, maybe before this
    ///   returns; nothing after the time is over, and nothing from a model that never answers
    Asked ask(Question question, Duration within, Consumer<ModelAnswer> answer);

    /// A question that may be open.
    interface Asked {

        /// Nobody wants the answer any more: the model is not kept busy with it, and nothing is
        /// heard of it unless it is under way already. Harmless afterwards, and more than once.
        void cancel();
    }
}
