package dev.supie.domain.coding;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The rules for looking at the lines of a run: by a model if there is one, by rules otherwise and
/// where it fails (COD-4).
record AnalysisRules(CodingSettings settings) {

    /// What an analysis came to.
    private record Result(Advice advice, String provider, Instant begunAt) {}

    /// Looks at the lines if their time has come.
    Decision<Coding, CodingEffect, CodingRejection> settled(Coding.Running running, Instant now) {
        if (!(running.analysis() instanceof Analysis.Due due) || due.at().isAfter(now)) {
            return Decision.accept(running, List.of());
        }
        Run run = running.run();
        return settings.model() && !run.window().isEmpty()
                ? asking(running, now)
                : ended(running, Analysis.NEVER, byRules(run, now), List.of(), now);
    }

    /// It may be too late for an answer.
    Decision<Coding, CodingEffect, CodingRejection> woken(Coding.Running running, Instant now) {
        if (!(running.analysis() instanceof Analysis.Asked asked)
                || asked.deadline().isAfter(now)) {
            return settled(running, now);
        }
        return ended(
                running,
                asked.again(),
                byRules(running.run(), asked.begunAt()),
                List.of(new CodingEffect.ForgetModel(asked.ticket())),
                now);
    }

    Decision<Coding, CodingEffect, CodingRejection> answered(
            Coding.Running running, CodingCommand.Answered answer, Instant now) {
        if (!(running.analysis() instanceof Analysis.Asked asked)
                || asked.ticket() != answer.ticket()) {
            return Decision.reject(CodingRejection.STALE);
        }
        Advice advice = cleaned(running.run(), answer.advice());
        Result result =
                advice.isWeak()
                        ? byRules(running.run(), asked.begunAt())
                        : new Result(advice, answer.provider(), asked.begunAt());
        return ended(running, asked.again(), result, List.of(), now);
    }

    Decision<Coding, CodingEffect, CodingRejection> failed(
            Coding.Running running, CodingCommand.Failed failure, Instant now) {
        if (!(running.analysis() instanceof Analysis.Asked asked)
                || asked.ticket() != failure.ticket()) {
            return Decision.reject(CodingRejection.STALE);
        }
        Result result = byRules(running.run(), asked.begunAt());
        return ended(running, asked.again(), result, List.of(), now);
    }

    private Decision<Coding, CodingEffect, CodingRejection> asking(
            Coding.Running running, Instant now) {
        long ticket = running.tickets() + 1;
        Instant deadline = now.plus(settings.answerWithin());
        Analysis asked = new Analysis.Asked(ticket, now, deadline, Analysis.NEVER);
        return Decision.accept(
                new Coding.Running(running.run(), asked, running.demo(), running.told(), ticket),
                List.of(
                        new CodingEffect.AskModel(
                                ticket, Questions.insight(running.run(), settings))));
    }

    /// COD-4: nothing is not told, and neither is what was told last.
    private static Decision<Coding, CodingEffect, CodingRejection> ended(
            Coding.Running running,
            Instant again,
            Result result,
            List<CodingEffect> before,
            Instant now) {
        Advice advice = result.advice();
        Insight insight = new Insight(running.run().phase(), advice, result.provider());
        boolean news = !advice.isEmpty() && !advice.equals(running.told());
        List<CodingEffect> effects = new ArrayList<>(before);
        if (news) {
            effects.add(new CodingEffect.TellInsight(insight));
        }
        effects.add(Questions.report(false, insight, result.begunAt(), now));
        Coding.Running next =
                new Coding.Running(
                        running.run(),
                        Analysis.ended(again, now),
                        running.demo(),
                        news ? advice : running.told(),
                        running.tickets());
        return Decision.accept(next, effects);
    }

    /// What the rules say of all that is known by now, which may be more than a model was shown.
    private Result byRules(Run run, Instant begunAt) {
        Advice rules = Adviser.insight(run.findings(), Questions.language(run));
        return new Result(cleaned(run, rules), Insight.RULES, begunAt);
    }

    private Advice cleaned(Run run, Advice raw) {
        return new AdviceRules(run.window(), settings.insightItemsMax()).cleaned(raw);
    }
}
