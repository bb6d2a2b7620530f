package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

/// The database server does not answer, or does not let us in.
public final class DatabaseUnavailableException extends DatabaseOpenException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
