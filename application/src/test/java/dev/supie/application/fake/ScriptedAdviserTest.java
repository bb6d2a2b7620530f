package dev.supie.application.fake;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.application.contract.BuildAdviserContract;

/// The fake keeps what every adviser promises.
final class ScriptedAdviserTest extends BuildAdviserContract {

    private final ScriptedAdviser adviser = new ScriptedAdviser();

    @Override
    protected BuildAdviser answering() {
        return adviser.answerNext(new ModelAnswer.Given("model-a", ADVICE));
    }

    @Override
    protected BuildAdviser failing() {
        return adviser.answerNext(new ModelAnswer.Failed("out of order"));
    }

    @Override
    protected BuildAdviser hanging() {
        return adviser;
    }

    /// Answers what hangs, as late as that may be.
    @Override
    protected void settle() {
        adviser.answerHanging(new ModelAnswer.Failed("took too long"));
    }
}
