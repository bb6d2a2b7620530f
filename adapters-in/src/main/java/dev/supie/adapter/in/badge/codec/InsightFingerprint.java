package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.coding.port.Fingerprint;
import dev.supie.domain.coding.Insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// COD-5: the first eight digits of the SHA-256 of an insight as it is on the wire. Safe for use by
/// many threads.
public final class InsightFingerprint implements Fingerprint {

    private static final int BYTES = 4;

    @Override
    public String of(Insight insight) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        CodingEncoder.put(json, insight);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
