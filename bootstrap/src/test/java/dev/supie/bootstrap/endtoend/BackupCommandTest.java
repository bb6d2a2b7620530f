package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `supie backup` and `supie restore`, beside a server and without one (ADR 0027).
@Timeout(180)
final class BackupCommandTest {

    private static final String[] LETTERS = {"--set", "peer.allow_group=true"};

    @TempDir private Path place = Path.of("");

    private Terminal.Said backup(String file, String... more) {
        return new Terminal(place).backup(with(file, place.resolve("data"), more));
    }

    private Terminal.Said restore(String file, Path folder, String... more) {
        return new Terminal(place).restore(with(file, folder, more));
    }

    private static String[] with(String file, Path folder, String... more) {
        return Stream.concat(Stream.of(file, "--data", folder.toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    private static void assertFails(Terminal.Said said, String part) {
        assertEquals(1, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("supie: "), said.err());
        assertTrue(said.err().contains(part), said.err());
    }

    private static void assertDone(Terminal.Said said, String part) {
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains(part), said.out());
    }

    @Test
    void aBackupOfABusyProcessHoldsAllThatWasAcknowledgedBefore() throws Exception {
        Path data = place.resolve("data");
        Map<String, Integer> promised;
        try (SupieProcess process = SupieProcess.serve(data, LETTERS).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            try (BusyTeam team = new BusyTeam(client, process.deviceUrl())) {
                team.whenBusy();
                promised = team.acknowledged();
                assertDone(backup("saved.zip"), "it holds secrets");
            }
            process.kill();
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(place.resolve("saved.zip"))));
        Path again = place.resolve("again");
        assertDone(restore("saved.zip", again), "restored " + again);
        assertEquals(
                Files.readString(data.resolve("admin-token")),
                Files.readString(again.resolve("admin-token")));
        try (SupieProcess process = SupieProcess.serve(again, LETTERS).whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            BusyTeam.assertKept(promised, client, process);
        }
    }

    /// Whoever adds a file to the data folder decides here whether it is backed up.
    @Test
    void everyFileOfADataFolderIsBackedUpOrMadeAnew() throws Exception {
        Path data = place.resolve("data");
        try (Site site = Site.open(data)) {
            assertDone(backup("saved.zip"), "wrote ");
            Set<String> files = names(data);
            assertTrue(files.removeAll(Set.of("supie.lock", "http-url")), site.httpUrl());
            assertDone(restore("saved.zip", place.resolve("again")), "restored ");
            assertEquals(files, names(place.resolve("again")));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void onWhatAKilledRestoreHasLeftNothingStartsAndNothingIsSaved() throws Exception {
        Path data = place.resolve("data");
        Files.createDirectories(data.resolve(".restoring"));
        try (SupieProcess process = SupieProcess.serve(data)) {
            assertEquals(2, process.exit());
            assertTrue(
                    process.err().toString().contains("was broken off"), process.err()::toString);
        }
        assertFails(backup("saved.zip"), "was broken off");
        assertFalse(names(data).contains("supie.mv.db"));
        assertFalse(names(data).contains("admin-token"));
    }

    @Test
    void withoutAServerTheFolderItselfIsSaved() throws StartException {
        try (Site site = Site.open(place.resolve("data"))) {
            assertTrue(site.httpUrl().startsWith("http"));
        }
        assertDone(backup("saved.zip"), "wrote ");
        assertDone(restore("saved.zip", place.resolve("again")), "restored ");
        assertTrue(Files.exists(place.resolve("again").resolve("device-token-key")));
    }

    @Test
    void anOldDatabaseIsNotSavedInPlaceOfOneThatIsElsewhere() throws StartException, IOException {
        Path data = place.resolve("data");
        try (Site site = Site.open(data)) {
            assertTrue(site.httpUrl().startsWith("http"));
        }
        // What a server with data.url looks like from here: it answers, and claims no folder.
        try (Site elsewhere = Site.open(place.resolve("elsewhere"))) {
            Files.writeString(data.resolve("http-url"), elsewhere.httpUrl() + "\n");
            assertFails(backup("saved.zip"), "back it up there with pg_dump");
            assertFails(backup("saved.zip"), "take away " + data.resolve("http-url"));
            assertFalse(Files.exists(place.resolve("saved.zip")));
        }
        assertDone(backup("saved.zip"), "wrote ");
    }

    @Test
    void whatElseAnswersWhereAKilledServerWasIsNoServer() throws StartException, IOException {
        Path data = place.resolve("data");
        try (Site site = Site.open(data);
                EchoModel other = new EchoModel()) {
            site.stop();
            Files.writeString(data.resolve("http-url"), other.url());
            assertDone(backup("saved.zip"), "wrote ");
        }
    }

    @Test
    void nothingIsEverOverwritten() throws StartException, IOException {
        Path data = place.resolve("data");
        try (Site site = Site.open(data)) {
            assertTrue(site.httpUrl().startsWith("http"));
            assertDone(backup("saved.zip"), "wrote ");
            assertFails(backup("saved.zip"), "saved.zip is there already");
            Files.createFile(place.resolve("other.zip.part"));
            assertFails(backup("other.zip"), "other.zip.part is there already");
            assertTrue(Files.exists(place.resolve("other.zip.part")));
            assertFails(restore("saved.zip", data), "is not empty");
        }
        Path file = Files.writeString(place.resolve("file"), "no folder");
        assertFails(restore("saved.zip", file), "is a file");
    }

    @Test
    void whatIsNoBackupOrNotThereIsSaid() throws IOException {
        Files.writeString(place.resolve("text.zip"), "hello");
        assertFails(restore("text.zip", place.resolve("again")), "is no backup");
        assertFails(restore("none.zip", place.resolve("again")), "cannot be read");
        assertFails(backup("saved.zip"), "there is no database in it");
        assertFails(backup("saved.zip", "--url", "http://127.0.0.1:1"), "no admin token");
        assertFalse(Files.exists(place.resolve("again")));
        assertFalse(Files.exists(place.resolve("data")));
        assertFalse(Files.exists(place.resolve("saved.zip")));
        assertFalse(Files.exists(place.resolve("saved.zip.part")));
    }

    @Test
    void aDatabaseServerIsBackedUpByItsOwnTools() {
        String[] elsewhere = {"--set", "data.url=jdbc:postgresql://db/supie"};
        assertFails(backup("saved.zip", elsewhere), "pg_dump");
        assertFails(restore("saved.zip", place.resolve("again"), elsewhere), "pg_restore");
    }
}
