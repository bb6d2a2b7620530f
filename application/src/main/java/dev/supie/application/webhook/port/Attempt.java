package dev.supie.application.webhook.port;

/// What came of posting a notice once.
public sealed interface Attempt {

    /// What was posted, or would have been.
    Content content();

    /// The receiver has it.
    record Accepted(Content content) implements Attempt {}

    /// The receiver refused it, or nobody knows whether it has it.
    ///
    /// @param reason short, for people; has neither a secret nor anything the receiver said in it
    record Failed(Content content, String reason) implements Attempt {}

    /// What the log says of a body in its place.
    ///
    /// @param bytes its length
    /// @param digest the first eight hexadecimal digits of its SHA-256
    record Content(int bytes, String digest) {

        /// Of what was never put into a body.
        public static final Content NONE = new Content(0, "-");
    }
}
