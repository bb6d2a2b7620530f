package dev.supie.bootstrap.management;

import dev.supie.bootstrap.config.ManagedDocument;
import dev.supie.bootstrap.config.Management.Answer;
import dev.supie.bootstrap.config.ManagementAddress;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an answer of a management server means. Pure.
///
/// @param conditional whether it was told what is known, so that it may say that this still holds
record DocumentAnswer(ManagementAddress address, boolean conditional) {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private static final String EXPECTED = "let it answer 200 with YAML";

    /// What may be sent back as it is; another tag is as good as none.
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{0,256}\"");

    /// @param whole without a body if that is too large
    Answer of(HttpResponse<Optional<byte[]>> whole) {
        int status = whole.statusCode();
        if (status == NOT_MODIFIED && conditional) {
            return new Answer.Unchanged();
        }
        if (status != OK) {
            return refusal(status);
        }
        return whole.body()
                .map(bytes -> document(bytes, whole.headers()))
                .orElseGet(
                        () ->
                                new Answer.Failed(
                                        "its answer is larger than "
                                                + DocumentRequest.BYTES_MAX
                                                + " bytes",
                                        "make it smaller"));
    }

    private Answer document(byte[] bytes, HttpHeaders headers) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Nobody means that, and it would take away everything that was configured there.
            return text.isBlank()
                    ? new Answer.Failed("its answer is empty", EXPECTED)
                    : new Answer.Fresh(
                            new ManagedDocument(address.url(), text, tag(headers), false));
        } catch (CharacterCodingException _) {
            return new Answer.Failed("its answer is not UTF-8 text", EXPECTED);
        }
    }

    private static Optional<String> tag(HttpHeaders headers) {
        return headers.firstValue("ETag").filter(tag -> TAG.matcher(tag).matches());
    }

    private Answer refusal(int status) {
        String http = "it answers HTTP " + status;
        return switch (status) {
            case 401, 403 ->
                    address.secret().isPresent()
                            ? new Answer.Failed(
                                    http + ": it does not accept the secret",
                                    "correct config.secret")
                            : new Answer.Failed(http + ": it wants a secret", "set config.secret");
            case 404, 410 ->
                    new Answer.Failed(http + ": there is nothing at this place", "correct the URL");
            case NOT_MODIFIED ->
                    new Answer.Failed(http + " though it was not asked that", EXPECTED);
            default -> other(status, http);
        };
    }

    private static Answer other(int status, String http) {
        if (status >= 300 && status < 400) {
            return new Answer.Failed(
                    http + ": redirects are not followed, because the secret would go with them",
                    "write the final URL");
        }
        return status >= 500
                ? new Answer.Failed(http + ": it is in trouble", "look at its log")
                : new Answer.Failed(http + ", which is no configuration", EXPECTED);
    }
}
