package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// MTG-11: templates by industry and scenario, replaceable while the server runs.
class MeetingTemplatesTest {

    static final List<String> INDUSTRIES = MeetingTemplates.INDUSTRIES;
    static final List<String> SCENARIOS = MeetingTemplates.SCENARIOS;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;

    private static MeetingTemplates industry(String name) {
        return new MeetingTemplates(Optional.of(name), Optional.empty(), Optional.empty());
    }

    private static MeetingTemplates scenario(String name) {
        return new MeetingTemplates(Optional.empty(), Optional.of(name), Optional.empty());
    }

    private MeetingTemplates own() {
        return new MeetingTemplates(Optional.of("tech"), Optional.empty(), Optional.of(folder));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("industry-tech.en.txt"), text);
    }

    @ParameterizedTest
    @FieldSource("INDUSTRIES")
    void everyIndustryHasATemplateInBothLanguages(String name) {
        assertTwoLanguages(industry(name));
    }

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void everyScenarioHasATemplateInBothLanguages(String name) {
        assertTwoLanguages(scenario(name));
    }

    private static void assertTwoLanguages(MeetingTemplates templates) {
        String english = templates.text("en");
        String chinese = templates.text("zh");
        assertTrue(english.length() > 80, english);
        assertFalse(english.codePoints().anyMatch(Character::isIdeographic), english);
        assertTrue(chinese.codePoints().filter(Character::isIdeographic).count() > 30, chinese);
    }

    @Test
    void industryAndScenarioAreBothTold() {
        var both =
                new MeetingTemplates(
                        Optional.of("legal"), Optional.of("interview"), Optional.empty());
        assertEquals(
                industry("legal").text("en") + "\n" + scenario("interview").text("en"),
                both.text("en"));
    }

    @Test
    void withoutAKindNothingIsTold() {
        assertEquals("", MeetingTemplates.NONE.text("en"));
        assertEquals(system(MeetingTemplates.NONE), system(scenario("unheard of")));
        assertNotEquals(system(MeetingTemplates.NONE), system(industry("tech")));
    }

    @Test
    void aTemplateComesAfterTheRulesThatHoldForAll() {
        String told = system(industry("tech"));
        assertTrue(told.startsWith(system(MeetingTemplates.NONE)), told);
        assertTrue(told.strip().endsWith(industry("tech").text("en")), told);
    }

    private static String system(MeetingTemplates templates) {
        ObjectNode call = JSON.createObjectNode();
        new MinutesPrompt(JSON, templates).addTo(call, Requests.request(), TestSurroundings.NONCE);
        return call.at("/messages/0/content").asText();
    }

    @Test
    void oneOfTheFolderReplacesTheBuiltInOneFromTheNextDraftOn() throws IOException {
        MeetingTemplates templates = own();
        String builtIn = templates.text("en");
        assertEquals(industry("tech").text("en"), builtIn);

        write("Name %s and %1$d as they are.\n");
        assertEquals("Name %s and %1$d as they are.", templates.text("en"));
        assertTrue(system(templates).contains("Name %s and %1$d as they are."));
        assertEquals(industry("tech").text("zh"), templates.text("zh"), "has none of its own");

        write("Changed.");
        assertEquals("Changed.", templates.text("en"));

        write("");
        assertEquals("", templates.text("en"), "an empty one tells nothing");

        Files.delete(folder.resolve("industry-tech.en.txt"));
        assertEquals(builtIn, templates.text("en"));
    }

    @Test
    void aKindOfOnesOwnNeedsItsTemplateOnly() throws IOException {
        assertFalse(MeetingTemplates.has(folder, "scenario", "handover"));
        Files.writeString(folder.resolve("scenario-handover.zh.txt"), "交接班。");
        assertTrue(MeetingTemplates.has(folder, "scenario", "handover"));
        var templates =
                new MeetingTemplates(
                        Optional.empty(), Optional.of("handover"), Optional.of(folder));
        assertEquals("交接班。", templates.text("zh"));
        assertEquals("", templates.text("en"));
    }

    @Test
    void oneThatCannotBeUsedIsReportedOnceAndTheBuiltInOneGoesOn() throws IOException {
        MeetingTemplates templates = own();
        List<String> said = new ArrayList<>();
        Handler handler = noting(said);
        Logger logger = Logger.getLogger(MeetingTemplates.class.getName());
        logger.addHandler(handler);
        try {
            write("x".repeat(MeetingTemplates.BYTES_MAX));
            assertEquals(MeetingTemplates.BYTES_MAX, templates.text("en").length());
            assertEquals(0, said.size());

            write("x".repeat(MeetingTemplates.BYTES_MAX + 1));
            assertEquals(industry("tech").text("en"), templates.text("en"));
            assertEquals(industry("tech").text("en"), templates.text("en"));
            assertEquals(1, said.size());

            Files.write(folder.resolve("industry-tech.en.txt"), new byte[] {(byte) 0xC3, 0x28});
            assertEquals(industry("tech").text("en"), templates.text("en"));
            assertEquals(2, said.size(), "another trouble");

            write("Good again.");
            assertEquals("Good again.", templates.text("en"));
            write("x".repeat(MeetingTemplates.BYTES_MAX + 1));
            assertEquals(industry("tech").text("en"), templates.text("en"));
            assertEquals(3, said.size(), "it was good in between");
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static Handler noting(List<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                said.add(logged.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
