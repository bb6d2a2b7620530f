package dev.supie.bootstrap.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;

/// Writes what a server exports, as it comes, to a file or to the standard output. A file is there
/// only once all of it is.
public final class ExportFile {

    private final RemoteServer server;
    private final PrintWriter out;

    /// @param out the standard output
    public ExportFile(RemoteServer server, PrintWriter out) {
        this.server = server;
        this.out = out;
    }

    /// @param path at the server
    /// @param wanted where to; absent for the standard output
    /// @throws IOException if it cannot be written
    public void write(String path, Optional<Path> wanted)
            throws RemoteServerException, InterruptedException, IOException {
        if (wanted.isEmpty()) {
            server.download(path, new Decoding(out));
            return;
        }
        Path file = wanted.get().toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream to = Files.newOutputStream(part)) {
                server.download(path, to);
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
