package dev.supie.adapter.out.backup;

import java.util.List;
import java.util.stream.Stream;

/// What a backup holds of a data folder. Another name is in no backup and is never unpacked, so no
/// file can come to lie elsewhere.
final class Contents {

    /// A ZIP's entry that says what the others are.
    static final String MANIFEST = "manifest";

    static final String DATABASE = "supie.mv.db";

    /// The administrators' token, the key of badges' tokens, the keys of badges' chips.
    static final List<String> SECRETS = List.of("admin-token", "device-token-key", "device-keys");

    /// In the order in which they are put in place: a folder has its secrets before it has data.
    static final List<String> FILES = Stream.concat(SECRETS.stream(), Stream.of(DATABASE)).toList();

    /// The largest of the secrets is the list of keys, which is not read beyond that.
    static final int SECRET_BYTES_MAX = 1024 * 1024;

    static final int MANIFEST_BYTES_MAX = 16 * 1024;

    private Contents() {}

    static boolean isSecret(String name) {
        return SECRETS.contains(name);
    }

    static boolean isKnown(String name) {
        return FILES.contains(name);
    }
}
