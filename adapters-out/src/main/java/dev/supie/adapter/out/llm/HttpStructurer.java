package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.StructurerException;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// A language model that reads what is meant by messages (PEER-4), see [ChatModel]; what an answer
/// must look like is in [StructureJson]. Of an answer nothing is taken but the fields of a
/// [Structure], corrected: it has no place for a sender, a target or the text.
///
/// Neither the log nor an exception has the key, the text or the answer in it. It logs no failure:
/// whoever asks does, because messages may fail by the hundred.
public final class HttpStructurer implements Structurer, AutoCloseable {

    /// In the tally.
    static final String USE = "peer";

    private static final Logger LOG = System.getLogger(HttpStructurer.class.getName());

    private final ChatModelSettings settings;
    private final ZoneOffset offset;
    private final Surroundings surroundings;
    private final StructurePrompt prompt = new StructurePrompt(new JsonMapper());
    private final FencedModel<WrittenStructure> model;

    HttpStructurer(
            ChatModelSettings settings,
            ZoneOffset offset,
            ModelTally tally,
            Surroundings surroundings) {
        this.settings = settings;
        this.offset = offset;
        this.surroundings = surroundings;
        this.model =
                new FencedModel<>(
                        new ChatModel(
                                settings,
                                new ChatModel.Use(USE, "messages", StructureSchema.schema(), tally),
                                surroundings),
                        new FencedModel.Form<>(
                                StructureJson::read, "there is no usable object in the answer"),
                        new AnswerLog(LOG, Level.DEBUG, settings.alias()),
                        surroundings);
    }

    /// A structurer that has not called its server yet.
    ///
    /// @param offset of the team's clocks, for what "tomorrow" means
    /// @param clock for that, for Retry-After dates and the breaker
    public static HttpStructurer open(
            ChatModelSettings settings, ZoneOffset offset, ModelTally tally, InstantSource clock) {
        return new HttpStructurer(settings, offset, tally, Surroundings.real(clock));
    }

    @Override
    public Structure structure(Submission submission, Structure byRules, Duration timeLimit)
            throws StructurerException {
        LocalDate today = LocalDate.ofInstant(surroundings.timing().clock().instant(), offset);
        try {
            return model.ask(
                            (call, fence) -> prompt.addTo(call, submission, today, fence),
                            timeLimit)
                    .corrected(byRules);
        } catch (CallFailure failure) {
            throw refused(failure.reason());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private StructurerException refused(String reason) {
        return new StructurerException("model " + settings.alias() + ": " + reason);
    }

    /// Ends questions under way as failures.
    @Override
    public void close() {
        model.close();
    }
}
