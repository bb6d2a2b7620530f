package dev.supie.application.administration.port;

/// There is no backup to be had now. The message says why, for people, and what to do; it has no
/// secret in it.
public final class BackupRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public BackupRefusedException(String message) {
        super(message);
    }
}
