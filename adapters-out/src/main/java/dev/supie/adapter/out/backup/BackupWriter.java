package dev.supie.adapter.out.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup in one go, whatever its size. The manifest comes last, because only then the
/// checksums are known; without it, or without the list of entries that a ZIP ends with, nothing is
/// restored.
final class BackupWriter {

    private final String supie;
    private final Instant made;

    BackupWriter(String supie, Instant made) {
        this.supie = supie;
        this.made = made;
    }

    /// Leaves `out` open.
    ///
    /// @param secrets by name
    void write(String schema, InputStream database, Map<String, byte[]> secrets, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // The pages of a database are mostly empty; more effort makes them hardly smaller.
        zip.setLevel(Deflater.BEST_SPEED);
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            entries.add(add(zip, secret.getKey(), new ByteArrayInputStream(secret.getValue())));
        }
        entries.add(add(zip, Contents.DATABASE, database));
        byte[] manifest =
                new Manifest(supie, schema, made, entries)
                        .text()
                        .getBytes(StandardCharsets.US_ASCII);
        add(zip, Contents.MANIFEST, new ByteArrayInputStream(manifest));
        zip.finish();
        out.flush();
    }

    private Manifest.Entry add(ZipOutputStream zip, String name, InputStream content)
            throws IOException {
        ZipEntry head = new ZipEntry(name);
        head.setTime(made.toEpochMilli());
        zip.putNextEntry(head);
        Counted counted = new Counted(zip);
        content.transferTo(counted);
        zip.closeEntry();
        return counted.entry(name);
    }
}
