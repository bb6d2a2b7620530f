package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.OptionalLong;

/// Another process, or another part of this one, already works in the data folder.
public final class DataFolderInUseException extends DatabaseOpenException {

    private static final long serialVersionUID = 1L;

    DataFolderInUseException(Path folder, OptionalLong owner, @Nullable Throwable cause) {
        super(
                "the data folder "
                        + folder
                        + " is in use by "
                        + (owner.isPresent() ? "process " + owner.getAsLong() : "another process")
                        + "; stop that one, or choose another folder",
                cause);
    }
}
