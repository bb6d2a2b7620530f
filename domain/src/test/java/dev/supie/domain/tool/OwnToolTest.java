package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OwnToolTest {

    @Test
    void theirNamesAreLegalForModels() {
        for (OwnTool tool : OwnTool.values()) {
            assertTrue(tool.word().matches("[a-zA-Z0-9_-]{1,64}"), tool.word());
            assertEquals(Optional.of(tool), OwnTool.called(tool.word()));
        }
        assertEquals(OwnTool.values().length, OwnTool.NAMES.size());
        assertEquals(Optional.empty(), OwnTool.called("LIST_TASKS"));
    }

    @Test
    void whatChangesSomethingSaysSo() {
        assertEquals(
                Set.of("claim_task", "complete_task", "add_task", "send_message"),
                Stream.of(OwnTool.values())
                        .filter(OwnTool::changes)
                        .map(OwnTool::word)
                        .collect(Collectors.toSet()));
    }
}
