package dev.supie.adapter.out.backup;

/// A file is no backup that can be restored here, or there is no place for it. Nothing was changed.
/// The message is for the person who asked.
public final class BackupUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    BackupUnusableException(String message) {
        super(message);
    }
}
