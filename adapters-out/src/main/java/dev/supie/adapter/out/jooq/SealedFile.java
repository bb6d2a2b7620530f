package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// A file of H2's in which each commit tells whether all of it is there.
///
/// H2 2.4.240 writes a commit (a chunk) in one piece and knows it again by its first and its last
/// block, so after a loss of power it takes one for whole of which a block in between is missing.
/// Here the last block also has a checksum of the whole (CRC-32C), in the blanks behind what H2
/// reads of it. The last block of a commit that does not agree with it reads as zeros, so H2 passes
/// over that commit when it looks for its newest.
///
/// The header of the file names a recent commit, from which H2 finds the newest. The file begins
/// with two copies of it, which H2 writes together and of which it takes the newer. Here they are
/// written in turn, so while it is not known whether a header and what it names are on the disk,
/// the other copy names one that is. H2 gets to see the newer only if that names a commit that is
/// whole (ADR 0035).
///
/// Commits without a checksum, of a version before it, count as they are, and H2 by itself reads
/// those with one.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
final class SealedFile extends OverlaidFile {

    private static final int BLOCK_BYTES = 4096;

    /// Before it are two copies of the header, which names a commit to begin reading at.
    private static final int FIRST_COMMIT = 2 * BLOCK_BYTES;

    /// The end of the last block, by which H2 knows a commit.
    private static final int FOOTER_BYTES = 128;

    private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.ISO_8859_1);
    private static final String KEY = ",crc32c:";

    private static final Pattern FOOTER =
            Pattern.compile(
                    "(?<ofH2>chunk:\\p{XDigit}+,len:(?<blocks>\\p{XDigit}{1,8})"
                            + ",version:\\p{XDigit}+,fletcher:\\p{XDigit}+)"
                            + "(?<seal>"
                            + KEY
                            + "(?<sum>\\p{XDigit}{8}))?\\s*");

    private static final int READ_BYTES = 16 * BLOCK_BYTES;

    private static final Logger LOG = System.getLogger(SealedFile.class.getName());

    /// Headers written since the file was opened.
    private final AtomicLong headers = new AtomicLong();

    /// How many of them are on the disk.
    private final AtomicLong syncedHeaders = new AtomicLong();

    SealedFile(FileChannel file) {
        super(file);
    }

    /// @param bytes if they are a commit, they get their checksum in place
    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        if (position < FIRST_COMMIT) {
            return writeHeader(bytes, position);
        }
        if (beginsAsCommit(bytes)) {
            seal(bytes);
        }
        return super.write(bytes, position);
    }

    /// The first one after opening, and one that says that all is well for the next opening, are
    /// written in both places, once what they name is on the disk.
    private int writeHeader(ByteBuffer bytes, long position) throws IOException {
        int length = bytes.remaining();
        boolean whole = position == 0 && length == FIRST_COMMIT;
        ByteBuffer one = bytes.slice(bytes.position(), Math.min(length, BLOCK_BYTES));
        int written = length;
        if (whole && headers.get() > 0 && isEachHeaderSynced() && !StoreHeader.saysClean(one)) {
            super.write(one, headers.get() % 2 * BLOCK_BYTES);
            bytes.position(bytes.limit());
        } else {
            force(false);
            written = super.write(bytes, position);
        }
        headers.incrementAndGet();
        return written;
    }

    private boolean isEachHeaderSynced() {
        return syncedHeaders.get() == headers.get();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        // One that is written meanwhile may be missed.
        long written = headers.get();
        super.force(metaData);
        syncedHeaders.accumulateAndGet(written, Math::max);
    }

    /// H2 cuts off what a commit before the newest header did not need any more.
    @Override
    public FileChannel truncate(long size) throws IOException {
        if (!isEachHeaderSynced()) {
            force(false);
        }
        return super.truncate(size);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        int start = bytes.position();
        int count = super.read(bytes, position);
        if (position == 0 && count == FIRST_COMMIT) {
            hideHeaderOfNothing(bytes.slice(start, count));
        }
        long end = position + count;
        if (count == FOOTER_BYTES && end % BLOCK_BYTES == 0) {
            ByteBuffer footer = bytes.slice(start, count);
            Matcher text = footerIn(footer);
            if (text.matches() && text.group("seal") != null && !isWhole(text, footer, end)) {
                LOG.log(
                        Level.WARNING,
                        "a commit in the database is not whole, as after a loss of power, and does"
                                + " not count: it ends at byte {0,number,#} of the file",
                        end);
                footer.put(new byte[FOOTER_BYTES]);
            }
        }
        return count;
    }

    /// A commit whose header was on its way with it when the power went, and which is not whole.
    private void hideHeaderOfNothing(ByteBuffer copies) throws IOException {
        Optional<StoreHeader> first = StoreHeader.in(copies.slice(0, BLOCK_BYTES));
        Optional<StoreHeader> second = StoreHeader.in(copies.slice(BLOCK_BYTES, BLOCK_BYTES));
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        long newer = first.get().version() - second.get().version();
        if (newer > 0 && !isThere(first.get())) {
            copies.put(0, copies, BLOCK_BYTES, BLOCK_BYTES);
        } else if (newer < 0 && !isThere(second.get())) {
            copies.put(BLOCK_BYTES, copies, 0, BLOCK_BYTES);
        }
    }

    /// Whether the commit that a header names is there and whole.
    private boolean isThere(StoreHeader header) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(FOOTER_BYTES);
        super.read(beginning, header.block() * BLOCK_BYTES);
        OptionalLong blocks = StoreHeader.blocksOf(header.commit(), beginning.flip());
        if (blocks.isEmpty()) {
            return false;
        }
        ByteBuffer footer = ByteBuffer.allocate(FOOTER_BYTES);
        read(footer, (header.block() + blocks.getAsLong()) * BLOCK_BYTES - FOOTER_BYTES);
        return StoreHeader.blocksOf(header.commit(), footer.flip()).equals(blocks);
    }

    private static boolean beginsAsCommit(ByteBuffer bytes) {
        return bytes.remaining() >= BLOCK_BYTES
                && bytes.slice(bytes.position(), BEGINNING.length)
                        .equals(ByteBuffer.wrap(BEGINNING));
    }

    /// One that H2 only moves has its checksum already.
    private static void seal(ByteBuffer commit) {
        int start = commit.limit() - FOOTER_BYTES;
        Matcher text = footerIn(commit.slice(start, FOOTER_BYTES));
        if (text.matches() && text.group("seal") == null) {
            CRC32C sum = new CRC32C();
            sum.update(commit.duplicate());
            String seal = KEY + HexFormat.of().toHexDigits((int) sum.getValue());
            commit.put(start + text.end("ofH2"), seal.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// @param end of the commit in the file
    private boolean isWhole(Matcher text, ByteBuffer footer, long end) throws IOException {
        long start = end - Long.parseLong(text.group("blocks"), 16) * BLOCK_BYTES;
        if (start < FIRST_COMMIT) {
            return false;
        }
        CRC32C sum = new CRC32C();
        ByteBuffer piece = ByteBuffer.allocate(READ_BYTES);
        for (long at = start; at < end - FOOTER_BYTES; at += piece.limit()) {
            piece.clear().limit((int) Math.min(READ_BYTES, end - FOOTER_BYTES - at));
            if (super.read(piece, at) != piece.limit()) {
                return false;
            }
            sum.update(piece.flip());
        }
        byte[] asSummed = new byte[FOOTER_BYTES];
        footer.get(0, asSummed);
        Arrays.fill(asSummed, text.start("seal"), text.end("seal"), (byte) ' ');
        sum.update(asSummed);
        return sum.getValue() == Long.parseLong(text.group("sum"), 16);
    }

    private static Matcher footerIn(ByteBuffer footer) {
        return FOOTER.matcher(StandardCharsets.ISO_8859_1.decode(footer.duplicate()));
    }
}
