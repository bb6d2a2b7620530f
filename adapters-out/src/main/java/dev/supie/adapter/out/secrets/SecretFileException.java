package dev.supie.adapter.out.secrets;

import org.jspecify.annotations.Nullable;

/// A file with a secret cannot be used. The message names the file and what to do, never its
/// content.
public final class SecretFileException extends Exception {

    private static final long serialVersionUID = 1L;

    SecretFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
