package dev.supie.bootstrap.server;

/// Files of the data folder by which other programs of this machine find the server.
public final class DataFiles {

    /// Holds the token of administrators, unless the configuration does.
    public static final String ADMIN_TOKEN = "admin-token";

    /// Holds the URL of the HTTP listener while a server runs; one that was killed leaves it
    /// behind.
    public static final String HTTP_URL = "http-url";

    /// Holds the certificate of the HTTP listener if it speaks TLS.
    public static final String HTTP_CERTIFICATE = "http-certificate.pem";

    private DataFiles() {}
}
