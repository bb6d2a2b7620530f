package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

/// The tables are not the ones this program knows and cannot be brought there: they were made by a
/// newer version of it, were changed by hand, or a migration failed. Nothing was changed.
public final class SchemaUnusableException extends DatabaseOpenException {

    private static final long serialVersionUID = 1L;

    SchemaUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
