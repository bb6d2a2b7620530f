package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.conversation.port.NoteTakerException;
import dev.supie.domain.conversation.Exchange;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/// A language model that says in one line what a turn was about (CHAT-1), see [ChatModel]; what an
/// answer must look like is in [NoteJson].
///
/// Neither the log nor an exception has the key, the talk or the answer in it. It logs no failure:
/// whoever asks does.
public final class HttpNoteTaker implements NoteTaker, AutoCloseable {

    /// In the tally.
    static final String USE = "memory";

    private static final Logger LOG = System.getLogger(HttpNoteTaker.class.getName());

    private final ChatModelSettings settings;
    private final NotePrompt prompt = new NotePrompt(new JsonMapper());
    private final FencedModel<WrittenNote> model;

    HttpNoteTaker(ChatModelSettings settings, ModelTally tally, Surroundings surroundings) {
        this.settings = settings;
        this.model =
                new FencedModel<>(
                        new ChatModel(
                                settings,
                                new ChatModel.Use(USE, "notes", NoteJson.schema(), tally),
                                surroundings),
                        new FencedModel.Form<>(
                                NoteJson::read, "there is no usable note in the answer"),
                        new AnswerLog(LOG, Level.DEBUG, settings.alias()),
                        surroundings);
    }

    /// A note taker that has not called its server yet.
    ///
    /// @param clock for Retry-After dates and the breaker
    public static HttpNoteTaker open(
            ChatModelSettings settings, ModelTally tally, InstantSource clock) {
        return new HttpNoteTaker(settings, tally, Surroundings.real(clock));
    }

    @Override
    public String note(Exchange turn, Duration timeLimit) throws NoteTakerException {
        try {
            return model.ask((call, fence) -> prompt.addTo(call, turn, fence), timeLimit).text();
        } catch (CallFailure failure) {
            throw refused(failure.reason());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private NoteTakerException refused(String reason) {
        return new NoteTakerException("model " + settings.alias() + ": " + reason);
    }

    /// Ends questions under way as failures.
    @Override
    public void close() {
        model.close();
    }
}
