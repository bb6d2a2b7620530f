package dev.supie.bootstrap.evaluation;

import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.application.meeting.MeetingRehearsal;
import dev.supie.application.meeting.MeetingRehearsal.Outcome;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.summary.MeetingRules;
import dev.supie.bootstrap.summary.SummarizerWiring;
import dev.supie.domain.evaluation.MinutesScorer;
import dev.supie.domain.evaluation.ReferenceMeeting;
import dev.supie.domain.evaluation.Utterance;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Summary;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Has the minutes of all meetings of the evaluation written as the server would, and scores them.
///
/// One draft after the other, so that a model on a small machine is not asked for more than it can
/// do. What a draft may take is in the configuration, as for the server.
public final class MeetingEvaluation {

    /// Between the beginnings of two utterances: about as long as each of them takes to say. Long
    /// meetings so get checkpoints as well (MTG-5).
    static final Duration PACE = Duration.ofSeconds(10);

    private final SupieConfig config;
    private final InstantSource time;

    public MeetingEvaluation(SupieConfig config, InstantSource time) {
        this.config = config;
        this.time = time;
    }

    /// How the results are shown.
    ///
    /// @param json one object on each line instead of a table
    /// @param details in a table, also what was missed and what is wrong
    public record Style(boolean json, boolean details) {}

    /// Prints the results, each as soon as it is known.
    public void run(Provider provider, Style style, PrintWriter out) {
        ResultPrinter printer =
                style.json() ? new ResultLines(out) : new ResultTable(out, style.details());
        try (SummarizerWiring summarizers =
                new SummarizerWiring(
                        config.languageModels(), config.meeting(), new ModelTally(), time)) {
            printer.begin(nameOf(provider));
            MeetingRehearsal rehearsal = rehearsal(provider, summarizers);
            MinutesScorer scorer = new MinutesScorer(summarizers.instructions());
            Totals totals = Totals.NONE;
            for (ReferenceMeeting meeting : EvaluationSet.meetings()) {
                MeetingResult result = result(meeting, rehearsal, scorer);
                printer.print(result);
                totals = totals.plus(result);
            }
            printer.end(totals);
        }
    }

    private String nameOf(Provider provider) {
        return switch (provider) {
            case EXTRACTIVE -> Summary.EXTRACTIVE;
            case CONFIGURED ->
                    config.languageModels()
                            .meetingModel()
                            .map(MeetingEvaluation::nameOf)
                            .orElse(Summary.EXTRACTIVE + ", as no language model is configured");
        };
    }

    private static String nameOf(LanguageModelConfig model) {
        return model.model() + " (llm." + model.alias() + ", " + model.baseUrl() + ")";
    }

    private MeetingRehearsal rehearsal(Provider provider, SummarizerWiring summarizers) {
        Summarizer asked =
                switch (provider) {
                    case CONFIGURED -> summarizers.configured();
                    case EXTRACTIVE -> summarizers.fallback();
                };
        return new MeetingRehearsal(
                MeetingRules.of(config.meeting(), summarizers.timeLimit()),
                asked,
                summarizers.fallback(),
                MeetingRules.targetLanguage(config.meeting()));
    }

    private static MeetingResult result(
            ReferenceMeeting meeting, MeetingRehearsal rehearsal, MinutesScorer scorer) {
        Outcome outcome = rehearsal.play(lines(meeting.said()));
        List<Minutes> interim = outcome.checkpoints().stream().map(Summary::minutes).toList();
        return new MeetingResult(
                meeting, outcome, scorer.score(meeting, interim, outcome.summary().minutes()));
    }

    private static List<MeetingRehearsal.Line> lines(List<Utterance> said) {
        List<MeetingRehearsal.Line> lines = new ArrayList<>();
        for (Utterance each : said) {
            Duration after = PACE.multipliedBy(lines.size());
            lines.add(new MeetingRehearsal.Line(after, each.speaker(), each.text()));
        }
        return lines;
    }
}
