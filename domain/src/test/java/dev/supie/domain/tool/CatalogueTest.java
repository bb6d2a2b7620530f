package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class CatalogueTest {

    private static final String SCHEMA = "{}";

    private static List<String> kept(DeviceTool... tools) {
        return Catalogue.EMPTY.with(List.of(tools)).tools().stream().map(DeviceTool::name).toList();
    }

    @Test
    void whatIsForPeopleIsNotOfferedToModels() {
        assertEquals(
                List.of("a"),
                kept(ToolTalk.tool("a"), new DeviceTool("self.reboot", "", SCHEMA, true)));
    }

    @Test
    void ofTwoWithOneNameTheFirstCounts() {
        Catalogue first = Catalogue.EMPTY.with(List.of(new DeviceTool("a", "1", SCHEMA, false)));

        assertEquals(first, first.with(List.of(new DeviceTool("a", "2", SCHEMA, false))));
    }

    @Test
    void namesAndSchemasOverTheLimitLeaveTheToolOut() {
        String name = "n".repeat(DeviceTool.NAME_MAX);
        String schema = "s".repeat(DeviceTool.SCHEMA_MAX);

        assertEquals(
                List.of(name),
                kept(
                        new DeviceTool(name, "", schema, false),
                        new DeviceTool(name + "n", "", SCHEMA, false),
                        new DeviceTool("a", "", schema + "s", false),
                        new DeviceTool(" ", "", SCHEMA, false)));
    }

    @Test
    void longDescriptionsAreCut() {
        String limit = "d".repeat(DeviceTool.DESCRIPTION_MAX);

        assertEquals(limit, new DeviceTool("a", limit, SCHEMA, false).description());
        assertEquals(
                limit.substring(1) + "…",
                new DeviceTool("a", limit + "d", SCHEMA, false).description());
    }

    @Test
    void thereIsRoomForSoManyTools() {
        Catalogue nearlyFull = Catalogue.EMPTY.with(ToolTalk.tools("t", Catalogue.TOOLS_MAX - 1));
        assertFalse(nearlyFull.isFull());

        Catalogue full = nearlyFull.with(ToolTalk.tools("u", 2));

        assertTrue(full.isFull());
        assertEquals(Catalogue.TOOLS_MAX, full.tools().size());
    }

    @Test
    void allOfThemTogetherAreNoLongerThanAModelIsTold() {
        String schema = "s".repeat(DeviceTool.SCHEMA_MAX - 3);
        List<DeviceTool> large =
                IntStream.range(100, 110)
                        .mapToObj(i -> new DeviceTool("" + i, "", schema, false))
                        .toList();

        assertEquals(
                Catalogue.CHARS_MAX / DeviceTool.SCHEMA_MAX,
                Catalogue.EMPTY.with(large).tools().size());
    }
}
