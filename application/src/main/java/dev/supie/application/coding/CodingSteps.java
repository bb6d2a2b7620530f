package dev.supie.application.coding;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.coding.Coding;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.CodingDecider;
import dev.supie.domain.coding.CodingEffect;
import dev.supie.domain.coding.CodingRejection;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.coding.Question;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.function.Consumer;

/// One step of a watch; only ever called in its lane.
final class CodingSteps {

    private static final System.Logger LOG = System.getLogger(CodingSteps.class.getName());

    private static final BuildAdviser.Asked NOTHING = () -> {};

    private final CodingFeature.Ports ports;
    private final SessionId session;
    private final BuildListener listener;
    private final Consumer<Runnable> soon;
    private final Wakeup wakeup;
    private Coding coding = Coding.begun();

    /// The one question that may be open.
    private BuildAdviser.Asked asked = NOTHING;

    private boolean closed;

    /// @param soon does something in the lane
    CodingSteps(
            CodingFeature.Ports ports,
            SessionId session,
            BuildListener listener,
            Consumer<Runnable> soon) {
        this.ports = ports;
        this.session = session;
        this.listener = listener;
        this.soon = soon;
        this.wakeup = new Wakeup(ports.alarms(), () -> soon.accept(this::wake));
    }

    void decide(CodingCommand command) {
        // What waited in the lane when the connection ended would begin a run of its own.
        if (!closed) {
            decided(command);
        }
    }

    void close() {
        decide(new CodingCommand.Forget());
        closed = true;
    }

    private void wake() {
        wakeup.fired();
        decide(new CodingCommand.DeadlineReached());
    }

    private void decided(CodingCommand command) {
        CodingDecider decider = new CodingDecider(ports.settings().get());
        switch (decider.decide(coding, command, ports.time().instant())) {
            // An answer that nobody waits for any more: nothing is to be done.
            case Decision.Rejected<Coding, CodingEffect, CodingRejection> _ -> {}
            case Decision.Accepted<Coding, CodingEffect, CodingRejection> accepted -> {
                coding = accepted.next();
                accepted.effects().forEach(effect -> act(effect, decider.settings()));
                wakeup.by(decider.deadline(coding));
            }
        }
    }

    private void act(CodingEffect effect, CodingSettings settings) {
        switch (effect) {
            case CodingEffect.AskModel(long ticket, Question question) ->
                    ask(ticket, question, settings);
            case CodingEffect.ForgetModel _ -> {
                asked.cancel();
                asked = NOTHING;
            }
            case CodingEffect.TellInsight(var insight) -> listener.insight(insight);
            case CodingEffect.TellSummary(var insight) -> listener.summary(insight);
            case CodingEffect.Report(boolean summary, var insight, Duration elapsed) ->
                    listener.analysed(summary, insight, elapsed);
        }
    }

    private void ask(long ticket, Question question, CodingSettings settings) {
        Duration within =
                question.summary() ? CodingSettings.SUMMARY_WITHIN : settings.answerWithin();
        try {
            asked =
                    ports.adviser()
                            .ask(
                                    question,
                                    within,
                                    answer -> soon.accept(() -> answered(ticket, answer)));
        } catch (RuntimeException bug) {
            // An adviser's bug must cost the badge the model's advice, never the rules' (COD-4).
            LOG.log(System.Logger.Level.ERROR, "the model of coding failed on " + session, bug);
            soon.accept(() -> decide(new CodingCommand.Failed(ticket)));
        }
    }

    private void answered(long ticket, ModelAnswer answer) {
        switch (answer) {
            case ModelAnswer.Given given ->
                    decide(new CodingCommand.Answered(ticket, given.provider(), given.advice()));
            case ModelAnswer.Failed failed -> {
                LOG.log(
                        System.Logger.Level.INFO,
                        "no advice from a model: session={0} reason={1}",
                        session,
                        failed.reason());
                decide(new CodingCommand.Failed(ticket));
            }
        }
    }
}
