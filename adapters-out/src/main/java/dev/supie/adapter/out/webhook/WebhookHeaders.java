package dev.supie.adapter.out.webhook;

import java.util.Locale;
import java.util.Set;

/// The headers of a post that are ours (HOOK-1).
public final class WebhookHeaders {

    /// The same in every post of one notice, so that a receiver can tell a repetition.
    public static final String EVENT_ID = "X-Meeting-Event-Id";

    /// When this post was signed, in seconds since 1970.
    public static final String TIMESTAMP = "X-Meeting-Timestamp";

    /// Over the body alone.
    public static final String SIGNATURE = "X-Meeting-Signature";

    /// Over timestamp, a dot and the body, so that a post cannot be replayed much later.
    public static final String SIGNATURE_V2 = "X-Meeting-Signature-V2";

    private static final String OURS = "x-meeting-";

    /// What decides where a request goes, how long it is, and how it is read.
    private static final Set<String> FRAMING =
            Set.of(
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private WebhookHeaders() {}

    /// Whether nobody else may set it.
    public static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(OURS) || FRAMING.contains(lower);
    }
}
