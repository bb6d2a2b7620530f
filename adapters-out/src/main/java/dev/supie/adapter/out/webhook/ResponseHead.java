package dev.supie.adapter.out.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an answer as far as it matters: its status and the end of its headers. The rest, however
/// long, is left to the end of the connection.
final class ResponseHead {

    /// All heads together, interim ones included.
    static final int BYTES_MAX = 16 * 1024;

    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int OK = 200;

    private final InputStream in;
    private int bytes;

    ResponseHead(InputStream in) {
        this.in = in;
    }

    /// The status of the final answer; those before it (100, 103) are passed over.
    int status() throws IOException, PostFailure {
        int status;
        do {
            status = parsed(line());
            while (!line().isEmpty()) {
                // Headers are of no interest; a receiver cannot tell us anything by them.
            }
        } while (status < OK);
        return status;
    }

    private static int parsed(String line) throws PostFailure {
        Matcher matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new PostFailure("its answer is not HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private String line() throws IOException, PostFailure {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            line.append((char) next);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }

    private int read() throws IOException, PostFailure {
        int next = in.read();
        if (next < 0) {
            throw new PostFailure("the connection ended without an answer");
        }
        bytes++;
        if (bytes > BYTES_MAX) {
            throw new PostFailure("the head of its answer is larger than " + BYTES_MAX + " bytes");
        }
        return next;
    }
}
