package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JWSHeader;

import java.security.Key;
import java.util.List;

/// Finds the keys that may have signed a token. Only its `alg` and `kid` are looked at: keys that a
/// token brings along or points to (`jwk`, `jku`, `x5c`, `x5u`) are the attacker's.
interface SigningKeys {

    Answer forToken(JWSHeader header);

    sealed interface Answer {

        /// To be tried in turn; not empty.
        record Found(List<Key> keys) implements Answer {}

        record NoSuchKey(String reason) implements Answer {}

        /// The issuer does not answer, and nothing it said before helps.
        record Unavailable(String reason) implements Answer {}
    }
}
