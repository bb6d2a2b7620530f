package dev.supie.application.conversation;

import dev.supie.application.conversation.port.ModelEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What a model says, on its way into a lane. Pieces that come faster than the lane takes them
/// become one, so that however small they are, at most one task of an answer waits there. What
/// waits is no more than an answer, which the model bounds, or [#CHARS_MAX] of it.
final class AnswerInbox {

    /// Many times what is ever said of one answer; a model that goes on is not listened to.
    static final int CHARS_MAX = 256 * 1024;

    private final Consumer<Runnable> lane;
    private final Consumer<ModelEvent> heard;
    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder text = new StringBuilder();
    private final List<ModelEvent> last = new ArrayList<>(1);
    private boolean underWay;

    /// @param lane does something in the lane
    /// @param heard called there
    AnswerInbox(Consumer<Runnable> lane, Consumer<ModelEvent> heard) {
        this.lane = lane;
        this.heard = heard;
    }

    /// Any thread.
    void take(ModelEvent event) {
        lock.lock();
        try {
            if (!last.isEmpty()) {
                return;
            }
            switch (event) {
                case ModelEvent.Piece(String piece) -> {
                    if (text.length() + piece.length() <= CHARS_MAX) {
                        text.append(piece);
                    }
                }
                case ModelEvent.Ended _,
                        ModelEvent.CutShort _,
                        ModelEvent.Failed _,
                        ModelEvent.ToolsAsked _ ->
                        last.add(event);
            }
            if (underWay) {
                return;
            }
            underWay = true;
        } finally {
            lock.unlock();
        }
        lane.accept(this::deliver);
    }

    private void deliver() {
        List<ModelEvent> events = new ArrayList<>(2);
        lock.lock();
        try {
            underWay = false;
            if (!text.isEmpty()) {
                events.add(new ModelEvent.Piece(text.toString()));
                text.setLength(0);
            }
            events.addAll(last);
        } finally {
            lock.unlock();
        }
        events.forEach(heard);
    }
}
