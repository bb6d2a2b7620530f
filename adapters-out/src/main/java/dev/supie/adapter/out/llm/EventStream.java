package dev.supie.adapter.out.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads `text/event-stream`: the data of each event, however its bytes are cut into pieces. Lines
/// may end in any of the three ways; comments, which keep a connection alive, and fields other than
/// `data` are passed over. Not safe for use by many threads.
final class EventStream {

    /// No piece of an answer is as long; the call of a tool may come in one.
    static final int EVENT_BYTES_MAX = 256 * 1024;

    private static final String DATA = "data";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private boolean afterReturn;

    /// An event is longer than [#EVENT_BYTES_MAX].
    static final class TooLongException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /// The data of all events that are whole now.
    List<String> feed(ByteBuffer bytes) throws TooLongException {
        List<String> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n' && afterReturn) {
                afterReturn = false;
            } else if (next == '\n' || next == '\r') {
                afterReturn = next == '\r';
                endLine(events);
            } else {
                afterReturn = false;
                line.write(next);
                if (line.size() + data.length() > EVENT_BYTES_MAX) {
                    throw new TooLongException();
                }
            }
        }
        return events;
    }

    /// There are no more bytes. Some servers forget the empty line behind the last event.
    List<String> end() {
        List<String> events = new ArrayList<>();
        endLine(events);
        dispatch(events);
        return events;
    }

    private void endLine(List<String> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch(events);
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        if (field.equals(DATA)) {
            String value = colon < 0 ? "" : text.substring(colon + 1);
            data.append(hasData ? "\n" : "")
                    .append(value.startsWith(" ") ? value.substring(1) : value);
            hasData = true;
        }
    }

    private void dispatch(List<String> events) {
        if (hasData) {
            events.add(data.toString());
            data.setLength(0);
            hasData = false;
        }
    }
}
