package dev.supie.bootstrap.remote;

import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.config.Secret;
import dev.supie.bootstrap.server.DataFiles;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where a running server is, and the token that opens it.
///
/// @param tokenFrom where the token was found, for messages
record Place(URI url, String token, String tokenFrom) {

    /// The URL: the one that was given, the one the server wrote into its data folder, the
    /// configured port of this machine. The token: from the given file, from the configuration,
    /// from the data folder.
    static Place of(RunningServer server) throws RemoteServerException {
        if (server.tokenFile().isPresent()) {
            Path file = server.tokenFile().get();
            return new Place(url(server), read(file), file.toString());
        }
        Optional<Secret> configured = server.config().enrolment().adminToken();
        if (configured.isPresent()) {
            return new Place(url(server), configured.get().reveal(), "server.admin_token");
        }
        Path made = server.dataFolder().resolve(DataFiles.ADMIN_TOKEN);
        if (!Files.exists(made)) {
            throw new RemoteServerException(
                    "no admin token: there is no "
                            + made
                            + "; name the server's data folder with --data, or a file that holds"
                            + " the token with --token-file");
        }
        return new Place(url(server), read(made), made.toString());
    }

    /// Leaves the token out.
    @Override
    public String toString() {
        return "Place[" + url + "]";
    }

    private static URI url(RunningServer server) throws RemoteServerException {
        Path written = server.dataFolder().resolve(DataFiles.HTTP_URL);
        String text;
        if (server.url().isPresent()) {
            text = server.url().get();
        } else if (Files.exists(written)) {
            text = read(written);
        } else {
            String scheme = server.config().server().tls().isPresent() ? "https" : "http";
            text = scheme + "://127.0.0.1:" + server.config().server().httpPort();
        }
        return parsed(text);
    }

    /// What a server has written into its data folder; empty if there is nothing.
    static Optional<URI> written(Path dataFolder) throws RemoteServerException {
        Path file = dataFolder.resolve(DataFiles.HTTP_URL);
        return Files.exists(file) ? Optional.of(parsed(read(file))) : Optional.empty();
    }

    private static URI parsed(String text) throws RemoteServerException {
        try {
            URI url = URI.create(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for any other text that is no such URL.
        }
        throw new RemoteServerException(
                "not the URL of a server: " + text + "; it looks like http://127.0.0.1:8003");
    }

    private static String read(Path file) throws RemoteServerException {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new RemoteServerException(file + " does not hold one word of printable text");
            }
            return text;
        } catch (IOException e) {
            throw new RemoteServerException(
                    file
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "); run this as the user that runs the server");
        }
    }
}
