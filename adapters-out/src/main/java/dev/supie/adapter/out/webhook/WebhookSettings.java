package dev.supie.adapter.out.webhook;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where notices are posted and how (`meeting.webhook`).
///
/// @param url `http` or `https`, with a host, without user and fragment; a path or query may be a
///   credential, so only its host is ever shown
/// @param key without one nothing is signed
/// @param allowPrivate whether the receiver may be in a private network, or on this machine
public record WebhookSettings(
        URI url, Optional<SigningKey> key, List<ExtraHeader> headers, boolean allowPrivate) {

    public static final int HEADERS_MAX = 16;

    /// @throws IllegalArgumentException if it could not work; no secret is in the message
    public WebhookSettings {
        url = checked(url);
        headers = List.copyOf(headers);
        if (headers.size() > HEADERS_MAX) {
            throw new IllegalArgumentException("more than " + HEADERS_MAX + " webhook headers");
        }
        Set<String> names = new HashSet<>();
        for (ExtraHeader header : headers) {
            if (!names.add(header.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header " + header.name() + " twice");
            }
        }
        TargetHost.objection(url.getHost(), allowPrivate)
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException("the webhook's host " + why);
                        });
    }

    private static URI checked(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean usable =
                (scheme.equals("http") || scheme.equals("https"))
                        && url.getHost() != null
                        && url.getRawUserInfo() == null
                        && url.getRawFragment() == null
                        && url.getPort() != 0
                        && url.getPort() <= 65_535;
        if (!usable) {
            throw new IllegalArgumentException(
                    "the webhook's url must be http(s)://host/path without user and fragment");
        }
        return URI.create(url.toASCIIString());
    }

    boolean isEncrypted() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    /// Without the brackets round an IPv6 literal.
    String host() {
        return TargetHost.withoutBrackets(url.getHost());
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + url.getHost() + "]";
    }
}
