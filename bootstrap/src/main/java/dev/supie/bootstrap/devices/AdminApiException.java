package dev.supie.bootstrap.devices;

/// The server could not be asked, or said no; the message tells the administrator why and what to
/// do.
final class AdminApiException extends Exception {

    private static final long serialVersionUID = 1L;

    AdminApiException(String message) {
        super(message);
    }
}
