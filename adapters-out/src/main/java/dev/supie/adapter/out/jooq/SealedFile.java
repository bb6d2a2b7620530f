package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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
/// The header of the file names a recent commit, from which H2 finds the newest; if it names one
/// that is not whole, H2 begins at the end of the file, where an old one may be. So it is written
/// once what it names is on the disk (ADR 0035).
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

    SealedFile(FileChannel file) {
        super(file);
    }

    /// @param bytes if they are a commit, they get their checksum in place
    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        if (position < FIRST_COMMIT) {
            force(false);
        } else if (beginsAsCommit(bytes)) {
            seal(bytes);
        }
        return super.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        int start = bytes.position();
        int count = super.read(bytes, position);
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
