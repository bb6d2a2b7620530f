package dev.supie.domain.coding;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.List;

/// The rules while a run goes on: lines are taken, and [AnalysisRules] say when they are looked at
/// (COD-2).
record RunningRules(CodingSettings settings) {

    static Coding.Running begun(CodingCommand.Start start, long tickets, Instant now) {
        return new Coding.Running(
                Run.EMPTY,
                new Analysis.Resting(now),
                start.demo() ? Demo.begun(now) : Demo.NONE,
                Advice.NONE,
                tickets);
    }

    static Instant deadline(Coding.Running running) {
        Instant analysis = running.analysis().deadline();
        Instant demo = running.demo().due();
        return analysis.isBefore(demo) ? analysis : demo;
    }

    Decision<Coding, CodingEffect, CodingRejection> decide(
            Coding.Running running, CodingCommand command, Instant now) {
        return switch (command) {
            case CodingCommand.Start start ->
                    Decision.accept(begun(start, running.tickets(), now), dropped(running));
            case CodingCommand.Stop _ -> new ConcludingRules(settings).begin(running, now);
            case CodingCommand.Clear _ -> cleared(running, now);
            case CodingCommand.Phase(String name, String text) ->
                    named(running, running.run().inPhase(name, text), text, now);
            case CodingCommand.Step(String name, String text) ->
                    named(running, running.run().atStep(name, text), text, now);
            case CodingCommand.Log log ->
                    new AnalysisRules(settings).settled(taken(running, log, now), now);
            case CodingCommand.Answered answer ->
                    new AnalysisRules(settings).answered(running, answer, now);
            case CodingCommand.Failed failure ->
                    new AnalysisRules(settings).failed(running, failure, now);
            case CodingCommand.DeadlineReached _ -> woken(running, now);
            case CodingCommand.Forget _ ->
                    Decision.accept(new Coding.Idle(running.tickets()), dropped(running));
        };
    }

    /// What is on the screen of the badge is history too, and may be told again.
    private static Decision<Coding, CodingEffect, CodingRejection> cleared(
            Coding.Running running, Instant now) {
        return Decision.accept(
                new Coding.Running(
                        Run.EMPTY,
                        new Analysis.Resting(now),
                        running.demo(),
                        Advice.NONE,
                        running.tickets()),
                dropped(running));
    }

    /// A phase or a step is news by itself, and wants to be looked at immediately.
    private Decision<Coding, CodingEffect, CodingRejection> named(
            Coding.Running running, Run run, String text, Instant now) {
        Run taken = Intake.take(run, LogLevel.INFO, text, settings).run();
        return new AnalysisRules(settings).settled(wanting(running.with(taken), now), now);
    }

    private Coding.Running taken(Coding.Running running, CodingCommand.Log log, Instant now) {
        Intake.Taken taken = Intake.take(running.run(), log.level(), log.text(), settings);
        if (taken.lines() == 0) {
            return running;
        }
        return wanting(
                running.with(taken.run()), taken.urgent() ? now : now.plus(settings.debounce()));
    }

    private Coding.Running wanting(Coding.Running running, Instant at) {
        return settings.insights() ? running.with(running.analysis().wanted(at)) : running;
    }

    private Decision<Coding, CodingEffect, CodingRejection> woken(
            Coding.Running running, Instant now) {
        Coding.Running next = running;
        if (!next.demo().due().isAfter(now)) {
            var line = new CodingCommand.Log(LogLevel.INFO, next.demo().line());
            next = taken(next, line, now).with(next.demo().played(now));
        }
        return new AnalysisRules(settings).woken(next, now);
    }

    /// Whoever still thinks about this run need not any more.
    static List<CodingEffect> dropped(Coding.Running running) {
        return switch (running.analysis()) {
            case Analysis.Asked asked -> List.of(new CodingEffect.ForgetModel(asked.ticket()));
            case Analysis.Resting _, Analysis.Due _ -> List.of();
        };
    }
}
