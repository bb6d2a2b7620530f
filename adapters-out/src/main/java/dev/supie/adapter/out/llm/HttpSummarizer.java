package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Notes;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A language model that writes minutes ([ChatModel]); what an answer must look like is in
/// [MinutesJson].
///
/// Neither the log nor an exception has the key, the talk or the answer in it.
public final class HttpSummarizer implements Summarizer, AutoCloseable {

    /// In the tally.
    static final String USE = "meeting";

    private static final Logger LOG = System.getLogger(HttpSummarizer.class.getName());

    private final ChatModelSettings settings;
    private final Surroundings surroundings;
    private final MinutesPrompt prompt;
    private final ChatModel model;
    private final AnswerLog answers;

    HttpSummarizer(
            ChatModelSettings settings,
            MeetingTemplates templates,
            ModelTally tally,
            Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.prompt = new MinutesPrompt(new JsonMapper(), templates);
        this.model =
                new ChatModel(
                        settings,
                        new ChatModel.Use(USE, "drafts", MinutesSchema.schema(), tally),
                        surroundings);
        this.answers = new AnswerLog(LOG, Level.INFO, settings.alias());
    }

    /// A summarizer that has not called its server yet.
    ///
    /// @param templates for the kind of meetings that this configuration is for
    /// @param clock for Retry-After dates and the breaker
    public static HttpSummarizer open(
            ChatModelSettings settings,
            MeetingTemplates templates,
            ModelTally tally,
            InstantSource clock) {
        return new HttpSummarizer(settings, templates, tally, Surroundings.real(clock));
    }

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        String nonce = surroundings.nonces().get();
        long started = nanoTime().getAsLong();
        try {
            Notes notes =
                    model.ask(
                            call -> prompt.addTo(call, request, nonce),
                            content -> notes(request, content, started),
                            request.timeLimit());
            return new Draft(notes, settings.model());
        } catch (CallFailure failure) {
            throw refused(failure.reason());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private Notes notes(DraftRequest request, ChatAnswer.Content content, long started)
            throws CallFailure {
        Optional<WrittenMinutes> written = MinutesJson.read(content.text(), content.cut());
        answers.write(
                content,
                written.map(WrittenMinutes::jsonLength).orElse(0),
                Duration.ofNanos(nanoTime().getAsLong() - started));
        return NotesAssembly.of(usable(written, content.cut()), request);
    }

    /// Minutes without a line would wipe the notes, or pass a meeting off as one without content.
    private static WrittenMinutes usable(Optional<WrittenMinutes> written, boolean cut)
            throws CallFailure {
        String missing = cut ? "the answer was cut off" : "there are no minutes in the answer";
        return written.filter(minutes -> !minutes.isEmpty())
                .orElseThrow(() -> ChatModel.unusable(missing));
    }

    private LongSupplier nanoTime() {
        return surroundings.timing().nanoTime();
    }

    private SummarizerException refused(String reason) {
        LOG.log(Level.WARNING, "model {0}: {1}", settings.alias(), reason);
        return new SummarizerException("model " + settings.alias() + ": " + reason);
    }

    /// Ends drafts under way as failures.
    @Override
    public void close() {
        model.close();
    }
}
