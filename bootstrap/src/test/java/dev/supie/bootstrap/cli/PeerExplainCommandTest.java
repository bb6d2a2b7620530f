package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `supie peer explain`: what an operator is told at night, while the server may be down (PEER-2).
final class PeerExplainCommandTest {

    private static final String CONFIG =
            """
            workflow:
              device_alias: {"aa:01": Li, "aa:02": Zoe, "bb:01": Bo, "cc:01": Twin, "cc:02": Twin}
              groups: {ops: ["aa:01", "aa:02"], design: ["bb:01"], tools: ["cc:01", "cc:02"]}
            peer:
              allow_group: true
              rules: {"bb:01": ["aa:01"]}
              device_roles: {"aa:02": [lead], "bb:01": [nurse]}
              roles_grants: {lead: [nurse, broadcast]}
              group_rules: {design: [tools]}
            """;

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    @BeforeEach
    void open() throws IOException {
        line = new WrittenLine(folder);
        Files.writeString(folder.resolve("supie.yaml"), CONFIG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Li~ Zoe~ Li|aa:01 to Zoe|aa:02: allowed by peer.allow_group: both are in group ops",
                "bo~ LI~ Bo|bb:01 to Li|aa:01: allowed by peer.rules: bb:01 may send to aa:01",
                "AA:02~ 'BB:01 '~ Zoe|aa:02 to Bo|bb:01: allowed by peer.roles_grants: lead may send"
                        + " to nurse",
                "Bo~ cc:01~ Bo|bb:01 to Twin|cc:01: allowed by peer.group_rules: group design may"
                        + " send to group tools",
                "Zoe~ Broadcast~ Zoe|aa:02 to everybody: allowed by peer.roles_grants: lead may send"
                        + " to everybody"
            })
    void whoMaySendIsToldTheRule(String from, String to, String answer) {
        assertEquals(0, line.run("peer", "explain", from, to));

        assertEquals(answer + "\n", line.out.toString());
        assertEquals("", line.err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Li~ Bo~ Li|aa:01 to Bo|bb:01: refused, no rule lets aa:01 (roles none, group ops)"
                        + " send to bb:01 (roles nurse, group design)",
                "Li~ broadcast~ Li|aa:01 to everybody: refused, no rule lets aa:01 send to everybody;"
                        + " its roles are none",
                "zz:9~ Li~ zz:9 to Li|aa:01: refused, no rule lets zz:9 (roles none, group zz:9) send"
                        + " to aa:01 (roles none, group ops)"
            })
    void whoMayNotIsToldWhatWasLookedAt(String from, String to, String answer) {
        assertEquals(1, line.run("peer", "explain", from, to));

        assertEquals(answer + "\n", line.out.toString());
    }

    @Test
    void settingsOfTheCommandLineCount() {
        assertEquals(0, line.run("peer", "explain", "Li", "Bo", "--set", "peer.allow_all=true"));
        assertEquals(
                "Li|aa:01 to Bo|bb:01: allowed by peer.allow_all: everybody may send\n",
                line.out.toString());
    }

    @Test
    void whileMessagesAreOffNobodyMay() {
        assertEquals(1, line.run("peer", "explain", "Li", "Zoe", "--set", "peer.enabled=false"));
        assertEquals(
                "Li|aa:01 to Zoe|aa:02: refused, messages are off (peer.enabled)\n",
                line.out.toString());
    }

    @Test
    void aNameThatMeansNoOneBadgeIsWrongUse() {
        assertEquals(2, line.run("peer", "explain", "twin", "Li"));
        assertEquals(
                "supie: twin is the alias of several badges: cc:01, cc:02\n", line.err.toString());
        assertEquals("", line.out.toString());

        assertEquals(2, line.run("peer", "explain", "Li", " "));
        assertEquals(2, line.run("peer", "explain", "Li", "x".repeat(200)));
        assertEquals("", line.out.toString());
    }

    @Test
    void aWrongConfigurationExplainsNothing() throws IOException {
        Files.writeString(folder.resolve("supie.yaml"), "peer: {allow_al: true}");

        assertEquals(2, line.run("peer", "explain", "Li", "Zoe"));
        assertEquals("", line.out.toString());
    }

    @Test
    void bothBadgesAreNeeded() {
        line.assertWrongUse(
                "Missing required parameter: 'TO'", " peer explain", "peer", "explain", "a");
    }
}
