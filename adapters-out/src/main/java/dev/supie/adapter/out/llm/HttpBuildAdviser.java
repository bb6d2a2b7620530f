package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.domain.coding.Question;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// A language model that advises about builds (COD-4), see [ChatModel]; what an answer must look
/// like is in [AdviceJson].
///
/// Neither the log nor a failure has the key, the build's output or the answer in it. It logs no
/// failure: whoever asks does.
public final class HttpBuildAdviser implements BuildAdviser, AutoCloseable {

    /// In the tally.
    static final String USE = "coding";

    /// It gives up this much earlier than nobody waits any more, so that a model that hangs is
    /// counted and stood in for, instead of being forgotten.
    static final Duration MARGIN = Duration.ofMillis(100);

    private static final Logger LOG = System.getLogger(HttpBuildAdviser.class.getName());

    private final ChatModelSettings settings;
    private final AdvicePrompt prompt = new AdvicePrompt(new JsonMapper());
    private final FencedModel<WrittenAdvice> model;

    HttpBuildAdviser(ChatModelSettings settings, ModelTally tally, Surroundings surroundings) {
        this.settings = settings;
        this.model =
                new FencedModel<>(
                        new ChatModel(
                                settings,
                                new ChatModel.Use(USE, "builds", AdviceSchema.schema(), tally),
                                surroundings),
                        new FencedModel.Form<>(
                                AdviceJson::read, "there is no advice in the answer"),
                        new AnswerLog(LOG, Level.DEBUG, settings.alias()),
                        surroundings);
    }

    /// An adviser that has not called its server yet.
    ///
    /// @param clock for Retry-After dates and the breaker
    public static HttpBuildAdviser open(
            ChatModelSettings settings, ModelTally tally, InstantSource clock) {
        return new HttpBuildAdviser(settings, tally, Surroundings.real(clock));
    }

    @Override
    public Asked ask(Question question, Duration within, Consumer<ModelAnswer> answer) {
        return OpenQuestion.ask(() -> answer(question, within.minus(MARGIN)), answer);
    }

    private ModelAnswer answer(Question question, Duration within) {
        try {
            WrittenAdvice written =
                    model.ask((call, fence) -> prompt.addTo(call, question, fence), within);
            return new ModelAnswer.Given(settings.model(), written.advice());
        } catch (CallFailure failure) {
            return failed(failure.reason());
        } catch (InterruptedException _) {
            // Its thread ends with it.
            return failed("interrupted");
        }
    }

    private ModelAnswer failed(String reason) {
        return new ModelAnswer.Failed("model " + settings.alias() + ": " + reason);
    }

    /// Ends questions under way as failures.
    @Override
    public void close() {
        model.close();
    }
}
