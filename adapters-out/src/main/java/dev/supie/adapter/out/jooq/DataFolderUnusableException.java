package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The data folder cannot be made, read or written, or what lies in it is not our data.
public final class DataFolderUnusableException extends DatabaseOpenException {

    private static final long serialVersionUID = 1L;

    DataFolderUnusableException(Path folder, String why, @Nullable Throwable cause) {
        super("the data folder " + folder + " cannot be used: " + why, cause);
    }
}
