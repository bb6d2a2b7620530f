package dev.supie.adapter.in.mcp;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The revisions of the protocol that are spoken here, oldest first.
enum ProtocolVersion {
    /// The first with this transport; it has batches.
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18");

    /// Of an assistant that does not say which; so the protocol wants it.
    static final ProtocolVersion UNSAID = V2025_03_26;

    private static final ProtocolVersion NEWEST = V2025_06_18;

    private final String word;

    ProtocolVersion(String word) {
        this.word = word;
    }

    static Optional<ProtocolVersion> of(String word) {
        return Arrays.stream(values()).filter(version -> version.word.equals(word)).findFirst();
    }

    /// What is agreed on with somebody who asks for this: the same, or else our newest, which the
    /// other side may turn down.
    static ProtocolVersion agreed(String asked) {
        return of(asked).orElse(NEWEST);
    }

    static String words() {
        return Arrays.stream(values()).map(ProtocolVersion::word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    boolean hasBatches() {
        return this == V2025_03_26;
    }
}
