package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Commits of H2 itself, with a checksum each (ADR 0035).
class SealedFileTest {

    private static final String PLAIN = "async:";
    private static final int BLOCK_BYTES = 4096;
    private static final int FIRST_BLOCK = 2;
    private static final int FIRST_COMMIT = FIRST_BLOCK * BLOCK_BYTES;
    private static final int COMMITS = 30;

    /// What H2 ends a commit with, and what is added to it.
    private static final Pattern END =
            Pattern.compile(
                    "chunk:\\p{XDigit}+,len:(\\p{XDigit}+),[^ ]*?(,crc32c:\\p{XDigit}{8})? *\n");

    @TempDir private Path folder;

    /// One in the file.
    ///
    /// @param block its first
    private record Commit(int block, int blocks, boolean sealed) {}

    @Test
    void eachCommitOfH2HasAChecksum() throws IOException {
        List<Commit> commits = commits(written(PatientFilePath.prefix()));
        assertTrue(commits.size() >= COMMITS, commits::toString);
        assertTrue(commits.stream().allMatch(Commit::sealed), commits::toString);
    }

    /// Any of them; the first and the last H2 misses by itself.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCommitOfWhichABlockIsMissingDoesNotCount(int missing) throws IOException {
        Path file = written(PatientFilePath.prefix());
        Commit last = commits(file).getLast();
        assertTrue(last.blocks() > missing, last::toString);
        overwrite(file, last.block() + missing, new byte[BLOCK_BYTES]);
        assertEquals(COMMITS - 1, lastValue(PatientFilePath.prefix(), file));
    }

    @Test
    void oneWrongBitIsEnough() throws IOException {
        Path file = written(PatientFilePath.prefix());
        int block = commits(file).getLast().block() + 1;
        byte[] content = block(file, block);
        content[BLOCK_BYTES / 2] ^= 1;
        overwrite(file, block, content);
        assertEquals(COMMITS - 1, lastValue(PatientFilePath.prefix(), file));
    }

    @Test
    void aLengthThatCannotBeIsNotACommit() throws IOException {
        Path file = written(PatientFilePath.prefix());
        Commit last = commits(file).getLast();
        int end = last.block() + last.blocks() - 1;
        String content = new String(block(file, end), StandardCharsets.ISO_8859_1);
        String longer =
                content.replaceFirst(",len:" + Integer.toHexString(last.blocks()), ",len:f");
        assertFalse(longer.equals(content));
        overwrite(file, end, longer.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(COMMITS - 1, lastValue(PatientFilePath.prefix(), file));
    }

    @Test
    void aCommitFromBeforeThereWereChecksumsCounts() throws IOException {
        Path file = written(PLAIN);
        assertFalse(commits(file).stream().anyMatch(Commit::sealed));
        assertEquals(COMMITS, lastValue(PatientFilePath.prefix(), file));
    }

    @Test
    void h2AloneReadsACommitWithAChecksum() throws IOException {
        assertEquals(COMMITS, lastValue(PLAIN, written(PatientFilePath.prefix())));
    }

    /// Otherwise H2 may find the header without what it names, and begins with an old commit.
    @Test
    void theFirstHeaderIsWrittenOnceWhatItNamesIsOnTheDisk() throws IOException {
        assertEquals(
                List.of("write 8192+4096", "sync", "write 0+8192"),
                events(
                        file -> {
                            file.write(ByteBuffer.allocate(BLOCK_BYTES), FIRST_COMMIT);
                            file.write(header(1), 0);
                        }));
    }

    /// Each of them goes to the disk with what it names; the other copy names one that is there.
    @Test
    void laterHeadersAreWrittenInTurnIntoOneOfTheCopies() throws IOException {
        assertEquals(
                List.of("write 4096+4096", "sync", "write 0+4096", "sync", "write 4096+4096"),
                eventsAfterAHeader(
                        file -> {
                            file.write(header(2), 0);
                            file.force(false);
                            file.write(header(3), 0);
                            file.force(false);
                            file.write(header(4), 0);
                        }));
    }

    @Test
    void aHeaderAfterOneThatMayNotBeOnTheDiskIsWrittenInBothPlaces() throws IOException {
        assertEquals(
                List.of("write 4096+4096", "sync", "write 0+8192"),
                eventsAfterAHeader(
                        file -> {
                            file.write(header(2), 0);
                            file.write(header(3), 0);
                        }));
    }

    /// H2 opens a file the quick way only if both copies say so.
    @Test
    void aHeaderThatSaysAllIsWellIsWrittenInBothPlaces() throws IOException {
        assertEquals(
                List.of("sync", "write 0+8192"),
                eventsAfterAHeader(
                        file -> file.write(header("H:2,block:2,chunk:1,clean:1,version:1"), 0)));
    }

    @Test
    void nothingIsCutOffBeforeTheHeaderIsOnTheDisk() throws IOException {
        assertEquals(
                List.of("write 4096+4096", "sync", "cut 8192", "cut 8192"),
                eventsAfterAHeader(
                        file -> {
                            file.write(header(2), 0);
                            file.truncate(FIRST_COMMIT);
                            file.truncate(FIRST_COMMIT);
                        }));
    }

    /// H2 by itself would go on with the number of the commit that is missing.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aHeaderOfWhatIsMissingIsNotSeen(int copy) throws IOException {
        Path file = written(PatientFilePath.prefix());
        byte[] other = block(file, 1 - copy);
        overwrite(file, copy, copyOf(header(0xFFFF)));
        assertArrayEquals(other, asRead(file, copy));
        assertArrayEquals(other, asRead(file, 1 - copy));
        assertEquals(COMMITS, lastValue(PatientFilePath.prefix(), file));
    }

    @Test
    void theNewerHeaderCountsIfItsCommitIsWhole() throws IOException {
        Path file = written(PatientFilePath.prefix());
        Commit last = commits(file).getLast();
        String end = new String(block(file, last.block()), StandardCharsets.ISO_8859_1);
        Matcher said = Pattern.compile("chunk:(\\p{XDigit}+),").matcher(end);
        assertTrue(said.lookingAt());
        String newer = "H:2,block:%x,chunk:%s,version:ffff".formatted(last.block(), said.group(1));
        byte[] copy = copyOf(header(newer));
        overwrite(file, 0, copy);
        assertArrayEquals(copy, asRead(file, 0));
    }

    /// One copy of the header, as H2 gets to see it.
    private static byte[] asRead(Path file, int copy) throws IOException {
        ByteBuffer copies = ByteBuffer.allocate(FIRST_COMMIT);
        try (var sealed = new SealedFile(FileChannel.open(file))) {
            sealed.read(copies, 0);
        }
        int start = copy * BLOCK_BYTES;
        return Arrays.copyOfRange(copies.array(), start, start + BLOCK_BYTES);
    }

    private static ByteBuffer header(int version) {
        return header("H:2,block:fff,chunk:%x,version:%x".formatted(version, version));
    }

    /// Both copies of it.
    private static ByteBuffer header(String text) {
        ByteBuffer copies = ByteBuffer.allocate(FIRST_COMMIT);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return copies.put(0, bytes).put(BLOCK_BYTES, bytes);
    }

    private static byte[] copyOf(ByteBuffer copies) {
        byte[] one = new byte[BLOCK_BYTES];
        copies.get(0, one);
        return one;
    }

    private interface Use {
        void of(SealedFile file) throws IOException;
    }

    /// What reaches the disk.
    private List<String> events(Use use) throws IOException {
        try (FileChannel below = FileChannel.open(folder.resolve("f"), CREATE, READ, WRITE);
                var recorded = new Recorded(below);
                var file = new SealedFile(recorded)) {
            use.of(file);
            return List.copyOf(recorded.events);
        }
    }

    private List<String> eventsAfterAHeader(Use use) throws IOException {
        List<String> all =
                events(
                        file -> {
                            file.write(header(1), 0);
                            file.force(false);
                            use.of(file);
                        });
        assertEquals(List.of("sync", "write 0+8192", "sync"), all.subList(0, 3));
        return all.subList(3, all.size());
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
    private static final class Recorded extends OverlaidFile {

        private final List<String> events = new ArrayList<>();

        Recorded(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            events.add("write " + position + "+" + bytes.remaining());
            return super.write(bytes, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            events.add("cut " + size);
            return super.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            events.add("sync");
            super.force(metaData);
        }
    }

    /// As a process leaves a file that is killed.
    private Path written(String prefix) throws IOException {
        Path whole = folder.resolve("whole");
        Path file = folder.resolve("killed");
        try (MVStore store = new MVStore.Builder().fileName(prefix + whole).open()) {
            store.setAutoCommitDelay(0);
            MVMap<Integer, byte[]> values = store.openMap("values");
            for (int i = 1; i <= COMMITS; i++) {
                byte[] value = new byte[3 * BLOCK_BYTES];
                Arrays.fill(value, (byte) i);
                values.put(i, value);
                store.commit();
            }
            Files.copy(whole, file);
        }
        return file;
    }

    private static int lastValue(String prefix, Path file) {
        try (MVStore store = new MVStore.Builder().fileName(prefix + file).open()) {
            return store.<Integer, byte[]>openMap("values").lastKey();
        }
    }

    private static List<Commit> commits(Path file) throws IOException {
        List<Commit> commits = new ArrayList<>();
        for (int next = FIRST_BLOCK; next < Files.size(file) / BLOCK_BYTES; next++) {
            String block = new String(block(file, next), StandardCharsets.ISO_8859_1);
            Matcher end = END.matcher(block.substring(BLOCK_BYTES - 128));
            if (end.matches()) {
                int blocks = Integer.parseInt(end.group(1), 16);
                commits.add(new Commit(next + 1 - blocks, blocks, end.group(2) != null));
            }
        }
        return commits;
    }

    private static byte[] block(Path file, int block) throws IOException {
        byte[] content = new byte[BLOCK_BYTES];
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(ByteBuffer.wrap(content), (long) block * BLOCK_BYTES);
        }
        return content;
    }

    private static void overwrite(Path file, int block, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.write(ByteBuffer.wrap(content), (long) block * BLOCK_BYTES);
        }
    }
}
