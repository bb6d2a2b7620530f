package dev.supie.application.runtime;

import dev.supie.application.fake.StepExecutor;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Steps like [StepExecutor] and refuses tasks while told to, like an executor that is shut down.
final class RefusingExecutor implements Executor {

    final StepExecutor steps = new StepExecutor();
    private boolean refusing;

    void refuse(boolean refuses) {
        refusing = refuses;
    }

    @Override
    public void execute(Runnable task) {
        if (refusing) {
            throw new RejectedExecutionException("planned");
        }
        steps.execute(task);
    }
}
