package dev.supie.adapter.out.jooq;

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
    void theHeaderIsWrittenOnceWhatItNamesIsOnTheDisk() throws IOException {
        try (FileChannel below = FileChannel.open(folder.resolve("f"), CREATE, READ, WRITE);
                var recorded = new Recorded(below);
                var file = new SealedFile(recorded)) {
            file.write(ByteBuffer.allocate(BLOCK_BYTES), FIRST_BLOCK * BLOCK_BYTES);
            file.write(ByteBuffer.allocate(FIRST_BLOCK * BLOCK_BYTES), 0);
            assertEquals(List.of("write 8192", "sync", "write 0"), recorded.events);
        }
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
    private static final class Recorded extends OverlaidFile {

        private final List<String> events = new ArrayList<>();

        Recorded(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            events.add("write " + position);
            return super.write(bytes, position);
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
