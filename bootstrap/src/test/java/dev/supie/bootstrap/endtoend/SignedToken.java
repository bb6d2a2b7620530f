package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A signed token, made by hand and not by the library that verifies it.
final class SignedToken {

    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private SignedToken() {}

    static String of(String subject, Duration goodFor) {
        long end = Instant.now().plus(goodFor).getEpochSecond();
        return signed(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"sub\":\"" + subject + "\",\"exp\":" + end + "}");
    }

    static String signed(String header, String claims) {
        String input = encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return input + "." + encoded(mac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
