package dev.supie.adapter.in.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One block of a PEM file; what stands between blocks is for people.
record PemBlock(String label, String base64) {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END ([A-Z0-9 ]{1,40})-----",
                    Pattern.DOTALL);

    static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(matcher.group(3))) {
                blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
            }
        }
        return blocks;
    }

    /// Empty if it is no base64; one with headers, as encrypted keys of old have them, is none.
    Optional<byte[]> der() {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
