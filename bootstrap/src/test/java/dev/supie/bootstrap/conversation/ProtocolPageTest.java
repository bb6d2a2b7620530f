package dev.supie.bootstrap.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.domain.connection.CloseCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// docs/PROTOCOL.md says what the server does: its conversations are the golden files, its tables
/// are the enumerations, and no implemented rule is missing.
final class ProtocolPageTest {

    private static final Pattern CONVERSATION =
            Pattern.compile("```text conversation: (\\S+)\\n(.*?)\\n```\\n", Pattern.DOTALL);

    private static final Pattern SECTION = Pattern.compile("(?m)^### ([A-Z]+-\\d+) ");

    private static final Pattern ERROR_CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ");

    /// Rules with a section of their own.
    private static final List<String> IMPLEMENTED =
            List.of(
                            "NET-1 NET-2 NET-3 NET-4 CFG-1 CFG-2 CFG-3 HS-1 HS-2 DUP-1 DUP-2"
                                    .split(" ", -1),
                            "AUTH-1 AUTH-2 AUTH-3 AUTH-4".split(" ", -1),
                            "MSG-1 MSG-2 MSG-3 MSG-4 MSG-5 MSG-6 MSG-7 MSG-8 MSG-9 MSG-10"
                                    .split(" ", -1),
                            "CON-1 CON-2 CON-3 CON-4 CON-5 CON-6 MODE-1 MODE-2 MODE-3 MODE-4"
                                    .split(" ", -1),
                            "LIS-1 LIS-2 LIS-3 LIS-4 LIS-5 LIS-6 LIS-7 LIS-8".split(" ", -1),
                            "CHAT-1 CHAT-2".split(" ", -1),
                            "MTG-1 MTG-2 MTG-3 MTG-4 MTG-5 MTG-6 MTG-7 MTG-8 MTG-9 MTG-10 MTG-11"
                                    .split(" ", -1),
                            "WF-1 WF-2 WF-3 WF-4 WF-5 WF-6 WF-7 WF-8 WF-9".split(" ", -1),
                            "PEER-1 PEER-2 PEER-3 PEER-4 PEER-5 PEER-6 PEER-7 PEER-8 PEER-9 PEER-10"
                                    .split(" ", -1),
                            "COD-1 COD-2 COD-3 COD-4 COD-5".split(" ", -1),
                            "CHAT-3".split(" ", -1),
                            "HOOK-1 REST-1 OTA-1 OBS-1 SRV-1 SRV-2 LOG-1".split(" ", -1))
                    .stream()
                    .flatMap(Arrays::stream)
                    .toList();

    /// What no conversation can show: it happens before or below the messages. The page names the
    /// tests that do.
    private static final List<String> WITHOUT_CONVERSATION =
            List.of(
                    "NET-2", "NET-4", "CFG-1", "CFG-2", "CFG-3", "MSG-7", "CON-4", "AUTH-1",
                    "AUTH-3", "LIS-5", "HOOK-1", "MTG-11", "OBS-1", "LOG-1");

    private static final String PAGE = read(Path.of("../docs/PROTOCOL.md"));

    @Test
    void everyGoldenFileIsShownToTheLetterAndNothingElseIs() {
        Map<String, String> shown = new TreeMap<>();
        CONVERSATION
                .matcher(PAGE)
                .results()
                .forEach(block -> shown.put(block.group(1), block.group(2) + "\n"));
        assertEquals(GoldenFiles.texts().keySet(), shown.keySet());
        GoldenFiles.texts().forEach((name, text) -> assertEquals(text, shown.get(name), name));
    }

    @Test
    void everyImplementedRuleHasItsSection() {
        List<String> sections =
                SECTION.matcher(PAGE).results().map(section -> section.group(1)).toList();
        assertEquals(new TreeSet<>(IMPLEMENTED), new TreeSet<>(sections));
        assertEquals(sections.size(), new TreeSet<>(sections).size(), "a section comes twice");
    }

    @Test
    void everyImplementedRuleHasAConversationInItsSection() {
        List<MatchResult> sections = SECTION.matcher(PAGE).results().toList();
        for (int i = 0; i < sections.size(); i++) {
            String rule = sections.get(i).group(1);
            int end = i + 1 < sections.size() ? sections.get(i + 1).start() : PAGE.length();
            String section = PAGE.substring(sections.get(i).start(), end);
            assertEquals(
                    !WITHOUT_CONVERSATION.contains(rule),
                    section.contains("```text conversation: " + rule + "-"),
                    rule);
        }
    }

    @Test
    void theTableOfCloseCodesIsTheEnumeration() {
        String table =
                Arrays.stream(CloseCode.values())
                        .map(ProtocolPageTest::row)
                        .collect(Collectors.joining("\n"));
        assertTrue(PAGE.contains("|\n" + table + "\n\n"), () -> "the page should have\n" + table);
    }

    private static String row(CloseCode code) {
        String next =
                switch (code.reconnect()) {
                    case NEVER -> "stay away";
                    case ON_USE -> "come back when used";
                    case AFTER_RANDOM_DELAY -> "come back after a random 1 to 10 s";
                };
        return "| " + code.code() + " | " + code.reason() + " | " + next + " |";
    }

    @Test
    void theTableOfErrorCodesIsTheEnumeration() {
        List<String> rows = ERROR_CODE.matcher(PAGE).results().map(row -> row.group(1)).toList();
        assertEquals(Arrays.stream(ErrorCode.values()).map(Enum::name).toList(), rows);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + path, e);
        }
    }
}
