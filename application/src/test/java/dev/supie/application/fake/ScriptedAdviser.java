package dev.supie.application.fake;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.domain.coding.Question;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An adviser that does what the test has told it, and hangs if it was told nothing. It remembers
/// every question.
public final class ScriptedAdviser implements BuildAdviser {

    private final List<Question> questions = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final ArrayDeque<ModelAnswer> script = new ArrayDeque<>();
    private boolean broken;

    /// A question that waits for its answer.
    private record Open(Consumer<ModelAnswer> answer) {}

    /// Answers the next question at once.
    public ScriptedAdviser answerNext(ModelAnswer answer) {
        script.addLast(answer);
        return this;
    }

    /// A bug: something an adviser must never throw.
    public ScriptedAdviser breakNext() {
        broken = true;
        return this;
    }

    @Override
    public Asked ask(Question question, Duration within, Consumer<ModelAnswer> answer) {
        questions.add(question);
        limits.add(within);
        if (broken) {
            broken = false;
            throw new IllegalStateException("broken on purpose");
        }
        ModelAnswer scripted = script.pollFirst();
        if (scripted != null) {
            answer.accept(scripted);
            return () -> {};
        }
        Open hanging = new Open(answer);
        open.add(hanging);
        return () -> open.remove(hanging);
    }

    /// Answers the questions that hang, in order.
    public void answerHanging(ModelAnswer answer) {
        List<Open> waiting = List.copyOf(open);
        open.clear();
        waiting.forEach(each -> each.answer().accept(answer));
    }

    public int hanging() {
        return open.size();
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    public List<Duration> limits() {
        return List.copyOf(limits);
    }
}
