package dev.supie.bootstrap.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.cli.MeetingsAction.Wish;
import dev.supie.bootstrap.remote.RemoteServerException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes an exported meeting, as it comes, to a file or to the standard output. A file is there
/// only once all of it is.
final class ExportFile {

    private final MeetingApi api;
    private final PrintWriter out;

    ExportFile(MeetingApi api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    void write(Wish.Export wish) throws RemoteServerException, InterruptedException, IOException {
        if (wish.file().isEmpty()) {
            api.export(wish.id(), wish.form(), new Decoding(out));
            return;
        }
        Path file = wish.file().get().toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream to = Files.newOutputStream(part)) {
                api.export(wish.id(), wish.form(), to);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Bytes of UTF-8, wherever they are cut, as characters.
    private static final class Decoding extends OutputStream {

        private final PrintWriter to;
        private final CharsetDecoder decoder =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);

        /// What of a character has come so far, before what comes next.
        private byte[] rest = {};

        Decoding(PrintWriter to) {
            this.to = to;
        }

        @Override
        public void write(int each) {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ByteBuffer in = ByteBuffer.allocate(rest.length + length);
            in.put(rest).put(bytes, offset, length).flip();
            CharBuffer text = CharBuffer.allocate(in.remaining());
            decoder.decode(in, text, false);
            to.print(text.flip());
            rest = new byte[in.remaining()];
            in.get(rest);
        }
    }
}
