package dev.supie.adapter.out.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The pieces of text that the numbers of a Moonshine model stand for. Immutable.
final class TokenTable {

    private static final String RESOURCE = "moonshine_tokens.txt";

    /// Ids below it are not text but marks: unknown, start, end.
    private static final int TEXT_MIN = 3;

    private static final Pattern SINGLE_BYTE = Pattern.compile("<0x[0-9A-F]{2}>");
    private static final int HEX = 16;
    private static final char SPACE_MARK = '\u2581';

    private final List<byte[]> pieces;

    private TokenTable(List<byte[]> pieces) {
        this.pieces = pieces;
    }

    static TokenTable load() {
        try (InputStream table = TokenTable.class.getResourceAsStream(RESOURCE)) {
            if (table == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the build");
            }
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            List<byte[]> pieces = new ArrayList<>();
            // Not by lines: some pieces are themselves carriage returns.
            for (String piece : text.split("\n", -1)) {
                pieces.add(bytes(piece));
            }
            return new TokenTable(pieces);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(String piece) {
        if (SINGLE_BYTE.matcher(piece).matches()) {
            return new byte[] {(byte) Integer.parseInt(piece, 3, 5, HEX)};
        }
        return piece.replace(SPACE_MARK, ' ').getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return pieces.size();
    }

    /// The text of these ids without white space round it; ids that stand for no text are skipped.
    /// A character may be spread over several ids, so bytes are joined before they are read.
    String text(List<Integer> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (id >= TEXT_MIN && id < pieces.size()) {
                bytes.writeBytes(pieces.get(id));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
