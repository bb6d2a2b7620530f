package dev.supie.bootstrap.server;

import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.Clients;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.reload.Reloadable;
import dev.supie.bootstrap.summary.MinutesWriter;
import dev.supie.bootstrap.summary.SummarizerWiring;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Has each draft written by whom the configuration names when it is asked for (CFG-3); a draft
/// that is being written then is finished by who has begun it.
final class LiveSummarizer implements Summarizer, AutoCloseable {

    private final Supplier<MinutesWriter> chosen;
    private final Clients<MinutesWriter, SummarizerWiring> writers;

    /// @param closing runs what closes models that are no longer configured
    LiveSummarizer(LiveConfig config, ModelTally tally, InstantSource time, Executor closing) {
        this.chosen = config.view(LiveSummarizer::writer);
        this.writers =
                new Clients<>(
                        new Clients.Kind<>(
                                next -> Set.of(writer(next)),
                                writer -> new SummarizerWiring(writer, tally, time),
                                SummarizerWiring::close,
                                closing),
                        config.get());
    }

    static MinutesWriter writer(SupieConfig config) {
        return MinutesWriter.of(config.languageModels(), config.meeting());
    }

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        Clients.Lease<SummarizerWiring> lease = writers.lease(chosen.get());
        try {
            return lease.client().configured().draft(request);
        } finally {
            lease.end();
        }
    }

    Reloadable models() {
        return writers;
    }

    @Override
    public void close() {
        writers.close();
    }
}
