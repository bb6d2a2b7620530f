package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

/// The data cannot be used, so the program cannot start. The message is for the person who started
/// it: what is wrong, where, and what to do. It has no secret in it.
public abstract sealed class DatabaseOpenException extends Exception
        permits DataFolderInUseException,
                DataFolderUnusableException,
                DatabaseUnavailableException,
                SchemaUnusableException {

    private static final long serialVersionUID = 1L;

    DatabaseOpenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
