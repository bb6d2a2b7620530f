package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.domain.conversation.Trouble;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Of a reply that is streamed.
final class EventReader implements ReplyReader {

    private final EventStream stream = new EventStream();
    private final StreamedChoice choice;

    EventReader(JsonMapper json) {
        this.choice = new StreamedChoice(json);
    }

    @Override
    public List<ModelEvent> more(ByteBuffer bytes) {
        try {
            return read(stream.feed(bytes));
        } catch (EventStream.TooLongException _) {
            return List.of(
                    new ModelEvent.Failed(
                            Trouble.BROKEN, "a piece of the answer is longer than any may be"));
        }
    }

    @Override
    public List<ModelEvent> end() {
        List<ModelEvent> events = new ArrayList<>(read(stream.end()));
        events.addAll(choice.end());
        return events;
    }

    private List<ModelEvent> read(List<String> data) {
        List<ModelEvent> events = new ArrayList<>();
        data.forEach(each -> events.addAll(choice.read(each)));
        return events;
    }
}
