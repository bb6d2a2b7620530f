package dev.supie.domain.coding;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The rules from the stop to the summary: there is exactly one, and it is there in time (COD-4).
record ConcludingRules(CodingSettings settings) {

    /// The run has ended; a model that is still busy with an insight need not go on.
    Decision<Coding, CodingEffect, CodingRejection> begin(Coding.Running running, Instant now) {
        Run run = running.run();
        List<CodingEffect> effects = new ArrayList<>(RunningRules.dropped(running));
        Advice rules =
                new AdviceRules(run.window(), settings.summaryItemsMax())
                        .cleaned(Adviser.summary(run.findings(), Questions.language(run)));
        boolean ask = settings.model() && !run.window().isEmpty();
        var concluding =
                new Coding.Concluding(
                        run.phase(),
                        run.window(),
                        rules,
                        now,
                        now.plus(CodingSettings.SUMMARY_WITHIN),
                        running.tickets() + (ask ? 1 : 0));
        if (!ask) {
            return told(concluding, rules, Insight.RULES, effects, now);
        }
        effects.add(
                new CodingEffect.AskModel(concluding.tickets(), Questions.summary(run, settings)));
        return Decision.accept(concluding, effects);
    }

    /// What comes after the stop belongs to the run that has ended, and is too late for it.
    Decision<Coding, CodingEffect, CodingRejection> decide(
            Coding.Concluding concluding, CodingCommand command, Instant now) {
        return switch (command) {
            case CodingCommand.Start start -> restarted(concluding, start, now);
            case CodingCommand.Stop _,
                    CodingCommand.Clear _,
                    CodingCommand.Phase _,
                    CodingCommand.Step _,
                    CodingCommand.Log _ ->
                    Decision.accept(concluding, List.of());
            case CodingCommand.Answered answer -> answered(concluding, answer, now);
            case CodingCommand.Failed failure ->
                    failure.ticket() == concluding.tickets()
                            ? fallenBack(concluding, List.of(), now)
                            : Decision.reject(CodingRejection.STALE);
            case CodingCommand.DeadlineReached _ ->
                    concluding.deadline().isAfter(now)
                            ? Decision.accept(concluding, List.of())
                            : fallenBack(concluding, List.of(forget(concluding)), now);
            case CodingCommand.Forget _ ->
                    Decision.accept(
                            new Coding.Idle(concluding.tickets()), List.of(forget(concluding)));
        };
    }

    /// The older run gets its summary before anything is told of the new one.
    private Decision<Coding, CodingEffect, CodingRejection> restarted(
            Coding.Concluding concluding, CodingCommand.Start start, Instant now) {
        return switch (fallenBack(concluding, List.of(forget(concluding)), now)) {
            case Decision.Accepted<Coding, CodingEffect, CodingRejection> told ->
                    Decision.accept(
                            RunningRules.begun(start, concluding.tickets(), now), told.effects());
            case Decision.Rejected<Coding, CodingEffect, CodingRejection> rejected -> rejected;
        };
    }

    private Decision<Coding, CodingEffect, CodingRejection> answered(
            Coding.Concluding concluding, CodingCommand.Answered answer, Instant now) {
        if (answer.ticket() != concluding.tickets()) {
            return Decision.reject(CodingRejection.STALE);
        }
        Advice advice =
                new AdviceRules(concluding.window(), settings.summaryItemsMax())
                        .cleaned(answer.advice());
        return advice.isWeak()
                ? fallenBack(concluding, List.of(), now)
                : told(concluding, advice, answer.provider(), List.of(), now);
    }

    private static Decision<Coding, CodingEffect, CodingRejection> fallenBack(
            Coding.Concluding concluding, List<CodingEffect> before, Instant now) {
        return told(concluding, concluding.fallback(), Insight.RULES, before, now);
    }

    private static Decision<Coding, CodingEffect, CodingRejection> told(
            Coding.Concluding concluding,
            Advice advice,
            String provider,
            List<CodingEffect> before,
            Instant now) {
        Insight insight = new Insight(concluding.phase(), advice, provider);
        List<CodingEffect> effects = new ArrayList<>(before);
        effects.add(new CodingEffect.TellSummary(insight));
        effects.add(Questions.report(true, insight, concluding.begunAt(), now));
        return Decision.accept(new Coding.Idle(concluding.tickets()), effects);
    }

    private static CodingEffect forget(Coding.Concluding concluding) {
        return new CodingEffect.ForgetModel(concluding.tickets());
    }
}
