package dev.supie.adapter.out.secrets;

import dev.supie.application.enrolment.port.SerialKeys;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys of badges' chips out of a file that the operator writes (T07): a serial number, blanks and
/// the key in hexadecimal on each line; `#` begins a comment. Without the file no key is known.
///
/// A changed file is read again with the next signature. Safe for use by many threads.
public final class SerialKeyFile implements SerialKeys {

    /// Room for some ten thousand badges.
    static final int FILE_BYTES_MAX = 1024 * 1024;

    private static final Logger LOG = System.getLogger(SerialKeyFile.class.getName());

    private static final Pattern LINE =
            Pattern.compile("(\\S{1,64})\\s+((?:[0-9a-fA-F]{2}){16,64})");

    private final Path file;
    private volatile Known known = Known.NOTHING;

    public SerialKeyFile(Path file) {
        this.file = file;
    }

    /// What was read, and from which state of the file.
    private record Known(FileTime changedAt, long bytes, Map<String, byte[]> keys) {
        static final Known NOTHING = new Known(FileTime.fromMillis(0), -1, Map.of());
    }

    @Override
    public Verdict verify(String serialNumber, String challenge, String hmac) {
        byte[] key = keys().get(serialNumber);
        if (key == null) {
            return Verdict.KEY_UNKNOWN;
        }
        return MessageDigest.isEqual(bytes(hmac), Digests.hmac(key, challenge))
                ? Verdict.GENUINE
                : Verdict.FORGED;
    }

    /// Empty, which is no HMAC, if it is not hexadecimal.
    private static byte[] bytes(String hexadecimal) {
        try {
            return HexFormat.of().parseHex(hexadecimal.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private Map<String, byte[]> keys() {
        try {
            FileTime changedAt = Files.getLastModifiedTime(file);
            long bytes = Files.size(file);
            if (!known.changedAt().equals(changedAt) || known.bytes() != bytes) {
                known = new Known(changedAt, bytes, read(bytes));
            }
        } catch (NoSuchFileException _) {
            known = Known.NOTHING;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the keys in " + file + " cannot be read", e);
        }
        return known.keys();
    }

    private Map<String, byte[]> read(long bytes) throws IOException {
        if (bytes > FILE_BYTES_MAX) {
            LOG.log(
                    Level.WARNING,
                    "{0} is not read: it is larger than {1} bytes",
                    file,
                    Integer.toString(FILE_BYTES_MAX));
            return Map.of();
        }
        Map<String, byte[]> keys = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            Matcher matcher = LINE.matcher(text);
            if (matcher.matches()) {
                keys.put(matcher.group(1), HexFormat.of().parseHex(matcher.group(2)));
            } else if (!text.isEmpty()) {
                // Not the line itself, which holds a key.
                LOG.log(
                        Level.WARNING,
                        "{0}:{1} is not a serial number and a key",
                        file,
                        Integer.toString(number));
            }
        }
        return Map.copyOf(keys);
    }
}
