package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// docs/CONFIGURATION.md says of every key what the server makes of it (see [GeneratedFile]).
final class ConfigurationPageTest {

    private static final String PAGE = ConfigurationPage.markdown();

    @Test
    void thePageIsWhatTheTableSays() {
        new GeneratedFile(Path.of("../docs/CONFIGURATION.md")).mustBe(PAGE);
    }

    @Test
    void saysWhatValuesAreAndWhichIsUsual() {
        assertTrue(
                PAGE.contains(
                        "| `server.http_port`<br>`SUPIE_SERVER_HTTP_PORT` |"
                                + " whole number, 0 to 65535 | `8003` | restart | "),
                PAGE);
        assertTrue(
                PAGE.contains(
                        "| `meeting.transcript_push_interval_ms`"
                                + "<br>`SUPIE_MEETING_TRANSCRIPT_PUSH_INTERVAL_MS` |"
                                + " milliseconds, 3000 to 15000; outside, the nearest is used |"
                                + " `5000` |  | "),
                PAGE);
        assertTrue(PAGE.contains("| `llm.<alias>.model`<br>`SUPIE_LLM_ALIAS_MODEL` | text |"));
    }

    @Test
    void theVariablesOfThePageSetTheirKeys() {
        List<KeyNote> notes =
                KeyNotes.read().sections().stream().flatMap(each -> each.notes().stream()).toList();
        for (KeyNote note : notes) {
            String name = Variables.variable(note.under("main"));
            var intake = new Intake(new Findings());
            new Variables(List.of(), intake, new Findings().warnings()).offerAll(Map.of(name, "x"));

            assertEquals(List.of(note.under("main")), List.copyOf(intake.entries().keySet()));
        }
    }

    @Test
    void everyKeyIsExplainedOnce() {
        List<String> explained =
                KeyNotes.read().sections().stream()
                        .flatMap(section -> section.notes().stream())
                        .map(note -> note.under("a"))
                        .sorted()
                        .toList();
        List<String> keys =
                Catalogue.names("a").stream()
                        .filter(name -> Catalogue.setting(name).isPresent())
                        .sorted()
                        .toList();

        assertEquals(keys, explained);
    }

    @Test
    void whatIsSaidIsWellFormed() {
        for (KeyNotes.Section section : KeyNotes.read().sections()) {
            for (KeyNote note : section.notes()) {
                assertTrue(note.meaning().endsWith("."), note.meaning());
                assertTrue(note.rule().matches("[A-Z]+-[0-9]+"), note.key());
                assertTrue(
                        List.of("example", "set", "default").containsAll(note.words().keySet()),
                        note.key());
            }
        }
    }

    @Test
    void whatIsShownOfAKeyIsAValueOfIt() {
        Map<String, String> variables =
                Map.of(
                        "CONFIG_SECRET", "0123456789abcdef0",
                        "MEETING_API_TOKEN", "0123456789abcdef0",
                        "OFFICE_TOKEN", "0123456789abcdef1",
                        "JWT_SECRET", "0123456789abcdef0123456789abcdef",
                        "OAUTH2_CLIENT_SECRET", "s",
                        "LLM_API_KEY", "k",
                        "ASR_API_KEY", "k",
                        "TTS_API_KEY", "k",
                        "WEBHOOK_SECRET", "0123456789abcdef0123456789abcdef",
                        "WEBHOOK_AUTHORIZATION", "Basic eA==");
        for (KeyNotes.Section section : KeyNotes.read().sections()) {
            for (KeyNote note : section.notes()) {
                // What lies on disks elsewhere cannot be read here.
                boolean readable =
                        !note.sample().startsWith("file:") && !note.key().equals("meeting.prompts");
                if (readable) {
                    assertEquals(Optional.empty(), objection(note, variables), note.key());
                }
            }
        }
    }

    private static Optional<String> objection(KeyNote note, Map<String, String> variables) {
        var surroundings = new Surroundings(variables, Path.of(""));
        Given given = YamlFile.parsed(note.sample());
        assertTrue(!(given instanceof Given.Nothing), note.key() + " has nothing to show");
        return switch (note.setting().kind().read(given, surroundings)) {
            case Reading.Good<?> _ -> Optional.empty();
            case Reading.Adjusted<?> adjusted -> Optional.of(adjusted.wrong());
            case Reading.Bad<?> bad -> Optional.of(bad.wrong());
        };
    }
}
