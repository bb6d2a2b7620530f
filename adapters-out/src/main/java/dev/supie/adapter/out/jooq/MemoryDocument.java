package dev.supie.adapter.out.jooq;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;

import java.util.List;

/// A memory in its JSON column, in a form of its own, so that a changed name in the domain does not
/// change what is on disk.
///
/// @param turns the oldest first
record MemoryDocument(List<TurnDocument> turns, List<String> notes) {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                    .build();

    record TurnDocument(String question, String answer) {}

    static String write(Memory memory) {
        MemoryDocument document =
                new MemoryDocument(
                        memory.turns().stream().map(MemoryDocument::turn).toList(),
                        memory.notes().stream().map(KeptText::of).toList());
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new StoreException("a memory could not be written", impossible);
        }
    }

    private static TurnDocument turn(Exchange exchange) {
        return new TurnDocument(KeptText.of(exchange.question()), KeptText.of(exchange.answer()));
    }

    static Memory read(String json) {
        try {
            MemoryDocument document = JSON.readValue(json, MemoryDocument.class);
            return new Memory(
                    document.turns().stream()
                            .map(turn -> new Exchange(turn.question(), turn.answer()))
                            .toList(),
                    document.notes());
        } catch (JsonProcessingException damaged) {
            throw new StoreException("a memory in the database is damaged", damaged);
        }
    }
}
