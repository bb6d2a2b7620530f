package dev.supie.application.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a web page comes from (RFC 6454): what browsers say in `Origin`.
///
/// @param host lower-case; an IPv6 address keeps its brackets
/// @param port the one given, the scheme's own, or 0 for a scheme that has none
public record WebOrigin(String scheme, String host, int port) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "([a-z][a-z0-9+.-]{0,31})://(\\[[0-9a-f:.]{2,45}]|[^\\s\\[\\]:/?#@,]{1,253})"
                            + "(?::([0-9]{1,5}))?");

    private static final Pattern HOST_HEADER = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::[0-9]*)?");

    /// Empty if the text is not one origin.
    public static Optional<WebOrigin> of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1);
        int port = matcher.group(3) == null ? ownPort(scheme) : Integer.parseInt(matcher.group(3));
        return Optional.of(new WebOrigin(scheme, matcher.group(2), port));
    }

    /// The name in a `Host` header, without the port; empty if there is none.
    static String hostName(String header) {
        Matcher matcher = HOST_HEADER.matcher(header.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher.group(1) : "";
    }

    /// As browsers write it.
    @Override
    public String toString() {
        return scheme + "://" + host + (port == ownPort(scheme) ? "" : ":" + port);
    }

    private static int ownPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> 0;
        };
    }
}
