package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallTiming;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Time and chance as the summarizer meets them, in one place, so that a test can decide both.
///
/// @param nonces a new name for the fence round every piece of talk; nobody can guess it
record Surroundings(CallTiming timing, Supplier<String> nonces) {

    /// 128 bits: talk cannot contain the fence's name by luck or by trying.
    static final int NONCE_BYTES = 16;

    static Surroundings real(InstantSource clock) {
        var random = new SecureRandom();
        return new Surroundings(CallTiming.real(clock), () -> nonce(random));
    }

    private static String nonce(SecureRandom random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
