package dev.supie.application.fake;

import dev.supie.application.webhook.port.Attempt;
import dev.supie.application.webhook.port.Webhook;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A receiver that takes every notice, unless the test tells it otherwise. It remembers what it was
/// sent and what it has taken.
public final class ScriptedWebhook implements Webhook {

    public static final Attempt.Content CONTENT = new Attempt.Content(42, "0123abcd");

    private enum Answer {
        REFUSED,
        /// It has the notice, but its answer gets lost.
        TAKEN_UNHEARD,
        BROKEN
    }

    private final List<MeetingNotice> posted = new ArrayList<>();
    private final List<MeetingId> taken = new ArrayList<>();
    private final ArrayDeque<Answer> script = new ArrayDeque<>();
    private boolean down;

    /// The next post fails.
    public ScriptedWebhook failNext() {
        script.addLast(Answer.REFUSED);
        return this;
    }

    /// The next post arrives, but counts as failed.
    public ScriptedWebhook loseNextAnswer() {
        script.addLast(Answer.TAKEN_UNHEARD);
        return this;
    }

    /// A bug: something an adapter must never throw.
    public ScriptedWebhook breakNext() {
        script.addLast(Answer.BROKEN);
        return this;
    }

    /// Every post fails from now on, or none does.
    public void down(boolean now) {
        down = now;
    }

    /// What was planned is forgotten.
    public void heal() {
        script.clear();
        down = false;
    }

    @Override
    public Attempt post(MeetingNotice notice) {
        posted.add(notice);
        Answer next = script.pollFirst();
        if (next == Answer.BROKEN) {
            throw new IllegalStateException("broken on purpose");
        }
        if (next == Answer.REFUSED || down) {
            return new Attempt.Failed(CONTENT, "HTTP 500");
        }
        taken.add(notice.meeting());
        return next == Answer.TAKEN_UNHEARD
                ? new Attempt.Failed(CONTENT, "no answer within 5 s")
                : new Attempt.Accepted(CONTENT);
    }

    /// Every post in its order.
    public List<MeetingNotice> posted() {
        return List.copyOf(posted);
    }

    /// Of which meetings the receiver has heard, once for each time.
    public List<MeetingId> taken() {
        return List.copyOf(taken);
    }
}
