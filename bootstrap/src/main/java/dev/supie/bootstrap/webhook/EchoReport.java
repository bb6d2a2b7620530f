package dev.supie.bootstrap.webhook;

import dev.supie.adapter.out.webhook.WebhookHeaders;
import dev.supie.domain.kernel.Characters;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prints each post. What strangers send reaches a terminal here, so nothing of it but printable
/// characters is shown.
final class EchoReport {

    /// Ids that are remembered to tell repetitions; the oldest is forgotten.
    static final int IDS_MAX = 1000;

    private static final int ID_CHARS_MAX = 128;

    private final PrintWriter out;
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    EchoReport(PrintWriter out) {
        this.out = out;
    }

    /// @param verdict a line for each thing to be said of the signatures
    synchronized void print(Post post, List<String> verdict) {
        String id = post.header(WebhookHeaders.EVENT_ID).orElse("");
        out.println(
                "POST %s %s, %d bytes"
                        .formatted(
                                printable(post.target()),
                                id.isEmpty() ? "without event id" : printable(id),
                                post.body().length));
        verdict.forEach(line -> out.println("  " + line));
        int before = count(id);
        if (before > 0) {
            out.println("  a repetition: this event came " + before + " times before");
        }
        out.println("  " + printable(new String(post.body(), StandardCharsets.UTF_8)));
        out.flush();
    }

    private int count(String id) {
        if (id.isEmpty() || id.length() > ID_CHARS_MAX) {
            return 0;
        }
        int times = seen.merge(id, 1, Integer::sum);
        if (seen.size() > IDS_MAX) {
            seen.remove(seen.keySet().iterator().next());
        }
        return times - 1;
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isUnprintable(point) ? '?' : point)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isUnprintable(int point) {
        return Characters.isControl(point) || Character.getType(point) == Character.FORMAT;
    }
}
