package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.SharedEndpoints;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Time, chance and the way to servers as models meet them, in one place, so that a test can decide
/// all of them.
///
/// @param nonces a new name for the fence round every piece of talk; nobody can guess it
/// @param endpoints whichever purpose a server is asked for, it is asked through one client
record Surroundings(CallTiming timing, Supplier<String> nonces, SharedEndpoints endpoints) {

    /// One for the process: purposes come and go with the configuration, and nothing but the
    /// clients themselves knows which of them still use the same server.
    private static final SharedEndpoints OF_THE_PROCESS = new SharedEndpoints();

    /// 128 bits: talk cannot contain the fence's name by luck or by trying.
    static final int NONCE_BYTES = 16;

    static Surroundings real(InstantSource clock) {
        var random = new SecureRandom();
        return new Surroundings(CallTiming.real(clock), () -> nonce(random), OF_THE_PROCESS);
    }

    /// The way to this server, to be given back.
    SharedEndpoints.Lease lease(ChatModelSettings settings) {
        return endpoints.lend(
                settings.baseUrl(), settings.apiKey(), settings.limits().connectTimeout());
    }

    private static String nonce(SecureRandom random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
