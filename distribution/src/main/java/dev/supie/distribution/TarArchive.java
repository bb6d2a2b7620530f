package dev.supie.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Writes a folder as `.tar.gz`, the same bytes for the same files: sorted, of one time, owned by
/// nobody in particular. For files, folders and symbolic links (POSIX ustar).
final class TarArchive implements AutoCloseable {

    private static final int BLOCK = 512;
    private static final int NAME_MAX = 100;
    private static final int PREFIX_MAX = 155;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream out;
    private final Instant time;

    private TarArchive(OutputStream out, Instant time) {
        this.out = out;
        this.time = time;
    }

    /// The archive has `folder` itself as its only top.
    static void write(Path folder, Path archive, Instant time) throws IOException {
        try (TarArchive tar =
                        new TarArchive(
                                new GZIPOutputStream(Files.newOutputStream(archive), BUFFER_BYTES),
                                time);
                Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted().toList()) {
                Path inside = folder.relativize(path);
                tar.add(folder.getFileName() + (path.equals(folder) ? "" : "/" + inside), path);
            }
        }
    }

    private void add(String name, Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            header(name, 0777, 0, '2', Files.readSymbolicLink(path).toString());
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            header(name + "/", 0755, 0, '5', "");
        } else {
            long size = Files.size(path);
            header(name, Files.isExecutable(path) ? 0755 : 0644, size, '0', "");
            Files.copy(path, out);
            out.write(new byte[(int) (-size & (BLOCK - 1))]);
        }
    }

    private void header(String path, int mode, long size, char type, String link)
            throws IOException {
        byte[] block = new byte[BLOCK];
        String name = path;
        String prefix = "";
        if (path.length() > NAME_MAX) {
            int cut = path.indexOf('/', path.length() - NAME_MAX - 1);
            prefix = cut < 0 ? path : path.substring(0, cut);
            name = path.substring(cut + 1);
        }
        if (name.length() > NAME_MAX || prefix.length() > PREFIX_MAX || link.length() > NAME_MAX) {
            throw new IOException("too long for a tar: " + path);
        }
        put(block, 0, name);
        put(block, 100, octal(mode, 7));
        put(block, 108, octal(0, 7));
        put(block, 116, octal(0, 7));
        put(block, 124, octal(size, 11));
        put(block, 136, octal(time.getEpochSecond(), 11));
        // While it is summed up, the sum itself counts as blanks.
        put(block, 148, "        ");
        block[156] = (byte) type;
        put(block, 157, link);
        put(block, 257, "ustar\0" + "00");
        put(block, 265, "root");
        put(block, 297, "root");
        put(block, 345, prefix);
        int sum = 0;
        for (byte part : block) {
            sum += part & 0xff;
        }
        put(block, 148, octal(sum, 6) + "\0 ");
        out.write(block);
    }

    private static String octal(long number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "o", number);
    }

    private static void put(byte[] block, int offset, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length()) {
            throw new IOException("not a plain name: " + text);
        }
        System.arraycopy(bytes, 0, block, offset, bytes.length);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(new byte[2 * BLOCK]);
        }
    }
}
