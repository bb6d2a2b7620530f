package dev.supie.adapter.out.jooq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the beginning of a file of H2's says of the commit to begin reading at. H2's numbers are
/// hexadecimal, and what it writes is `key:value` with commas between.
///
/// @param commit the number of the commit
/// @param block its first in the file
/// @param version counts up with each commit
record StoreHeader(String commit, long block, long version) {

    private static final int FIRST_BLOCK = 2;
    private static final Pattern VALUE =
            Pattern.compile("(?:^|,)(block|chunk|version):(\\p{XDigit}{1,12})");
    private static final Pattern COMMIT =
            Pattern.compile("chunk:(?<commit>\\p{XDigit}+),len:(?<blocks>\\p{XDigit}{1,8}),");
    private static final Pattern CLEAN = Pattern.compile("(?:^|,)clean:");

    /// Nothing if it is none. Before the first commit it names that one, by H2's own rules.
    static Optional<StoreHeader> in(ByteBuffer block) {
        String text = text(block);
        if (!text.startsWith("H:")) {
            return Optional.empty();
        }
        String commit = "0";
        long first = FIRST_BLOCK;
        long version = 0;
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            switch (value.group(1)) {
                case "chunk" -> commit = value.group(2);
                case "block" -> first = Long.parseLong(value.group(2), 16);
                default -> version = Long.parseLong(value.group(2), 16);
            }
        }
        return Optional.of(new StoreHeader(commit, first, version));
    }

    /// Whether H2 has closed the file in order, and need not look for the newest commit.
    static boolean saysClean(ByteBuffer header) {
        return CLEAN.matcher(text(header)).find();
    }

    /// How long a commit says it is, in blocks; nothing if it is not this one. It does so in its
    /// first block and in its last.
    static OptionalLong blocksOf(String commit, ByteBuffer said) {
        Matcher text = COMMIT.matcher(text(said));
        return text.lookingAt() && text.group("commit").equals(commit)
                ? OptionalLong.of(Long.parseLong(text.group("blocks"), 16))
                : OptionalLong.empty();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }
}
