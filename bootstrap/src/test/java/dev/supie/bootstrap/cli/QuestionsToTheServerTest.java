package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Commands that ask the running server.
final class QuestionsToTheServerTest {

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    @BeforeEach
    void open() {
        line = new WrittenLine(folder);
    }

    @Test
    void asksForBadges() {
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "list"));
        assertEquals(
                WrittenLine.ASKED_DEVICES,
                line.run("devices", "list", "--state", "pending", "--json"));
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "approve", "123456"));
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "reject", "123 456"));
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "revoke", "94:a9:90:00:00:01"));
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "forget", "94:a9:90:00:00:02"));

        assertEquals(
                List.of(
                        new DevicesAction.Wish.Show(Optional.empty(), false),
                        new DevicesAction.Wish.Show(Optional.of("pending"), true),
                        new DevicesAction.Wish.Approve("123456"),
                        new DevicesAction.Wish.Reject("123 456"),
                        new DevicesAction.Wish.Revoke("94:a9:90:00:00:01"),
                        new DevicesAction.Wish.Forget("94:a9:90:00:00:02")),
                line.devices);
        assertEquals(folder.resolve("data"), line.servers.getFirst().dataFolder());
        assertEquals(Optional.empty(), line.servers.getFirst().url());
    }

    @Test
    void asksForMeetings() {
        assertEquals(WrittenLine.ASKED_MEETINGS, line.run("meetings", "list"));
        assertEquals(
                WrittenLine.ASKED_MEETINGS,
                line.run("meetings", "list", "--device", "AA:01", "--limit", "500", "--json"));
        assertEquals(WrittenLine.ASKED_MEETINGS, line.run("meetings", "show", "m1"));
        assertEquals(WrittenLine.ASKED_MEETINGS, line.run("meetings", "show", "m1", "--json"));
        assertEquals(WrittenLine.ASKED_MEETINGS, line.run("meetings", "export", "m1"));
        assertEquals(
                WrittenLine.ASKED_MEETINGS,
                line.run("meetings", "export", "m1", "--format", "txt", "-o", "a b.txt"));
        assertEquals(WrittenLine.ASKED_MEETINGS, line.run("meetings", "delete", "m1"));

        assertEquals(
                List.of(
                        new MeetingsAction.Wish.Enumerate(Optional.empty(), 20, false),
                        new MeetingsAction.Wish.Enumerate(Optional.of("AA:01"), 500, true),
                        new MeetingsAction.Wish.Show("m1", false),
                        new MeetingsAction.Wish.Show("m1", true),
                        new MeetingsAction.Wish.Export(
                                "m1", MeetingsAction.Form.MD, Optional.empty()),
                        new MeetingsAction.Wish.Export(
                                "m1",
                                MeetingsAction.Form.TXT,
                                Optional.of(folder.resolve("a b.txt"))),
                        new MeetingsAction.Wish.Delete("m1", false)),
                line.meetings);
        assertEquals(folder.resolve("data"), line.servers.getFirst().dataFolder());
    }

    @Test
    void wrongUseOfMeetingsAsksNobody() {
        line.assertWrongUse(
                "--limit must be from 1 to 1000000",
                " meetings list",
                "meetings",
                "list",
                "--limit",
                "0");
        line.assertWrongUse(
                "Missing required parameter: 'ID'", " meetings delete", "meetings", "delete");
        line.assertWrongUse("Missing required subcommand", " meetings", "meetings");
        assertEquals(2, line.run("meetings", "export", "m1", "--format", "pdf"));
        assertTrue(line.err.toString().contains("'pdf'"), line.err.toString());
        assertEquals(List.of(), line.meetings);
    }

    @Test
    void asksTheServerThatIsMeant() throws IOException {
        Files.writeString(folder.resolve("my.yaml"), "server: {http_port: 1, admin_token: a}");

        line.run(
                "devices",
                "list",
                "--config",
                "my.yaml",
                "--data",
                "/my data",
                "--url=http://h:2",
                "--token-file",
                "t");

        RunningServer server = line.servers.getFirst();
        assertEquals(1, server.config().server().httpPort());
        assertEquals(Path.of("/my data"), server.dataFolder());
        assertEquals(Optional.of("http://h:2"), server.url());
        assertEquals(Optional.of(folder.resolve("t")), server.tokenFile());
    }

    @Test
    void wrongConfigurationAsksNobody() {
        assertEquals(2, line.run("devices", "list", "--set", "server.prot=1"));

        assertEquals(List.of(), line.devices);
        assertTrue(line.err.toString().contains("server.prot"), line.err.toString());
    }
}
