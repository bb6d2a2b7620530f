package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.Memory;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One question to a model, and what is heard of it.
final class HeardAnswer {

    final List<ModelEvent> events = new CopyOnWriteArrayList<>();
    final ConversationModel.Asked asked;
    private final Semaphore heard = new Semaphore(0);

    HeardAnswer(ConversationModel model) {
        this(model, prompt("where is the kettle"));
    }

    HeardAnswer(ConversationModel model, Prompt prompt) {
        asked =
                model.ask(
                        prompt,
                        event -> {
                            events.add(event);
                            heard.release();
                        });
    }

    static Prompt prompt(String question) {
        return new Prompt(
                question,
                Mode.CHAT,
                Memory.NOTHING,
                LocalDateTime.parse("2026-11-21T17:00"),
                List.of(),
                List.of());
    }

    /// Waits for so many events, and gives them all.
    List<ModelEvent> events(int count) throws InterruptedException {
        assertTrue(heard.tryAcquire(count, 10, TimeUnit.SECONDS), () -> "only " + events);
        return List.copyOf(events);
    }

    /// Waits for the one event that ends it.
    ModelEvent end() throws InterruptedException {
        while (true) {
            events(1);
            if (!(events.getLast() instanceof ModelEvent.Piece)) {
                return events.getLast();
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events) {
            if (event instanceof ModelEvent.Piece(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
