package dev.supie.adapter.out.webhook;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One post on one connection. It may be closed by another thread at any moment, which ends it
/// wherever it is; that is how its time is limited.
///
/// Not the JDK's HTTP client, because that looks a name up by itself when it connects: the address
/// that was checked need not be the one it takes (DNS rebinding). Here a name is looked up once,
/// and what is connected to is one of the addresses that were checked.
final class Exchange implements AutoCloseable {

    /// Addresses tried of a name that has many.
    static final int ADDRESSES_MAX = 4;

    /// For one of several addresses, so that the next ones get their turn.
    static final Duration CONNECT_MAX = Duration.ofMillis(1500);

    private final WebhookSettings settings;
    private final NameLookup names;
    private final SSLSocketFactory tls;
    private final Duration timeMax;
    private @Nullable Socket socket;
    private boolean closed;

    /// @param timeMax for the lookup; for the rest whoever closes this sees to it
    Exchange(WebhookSettings settings, NameLookup names, SSLSocketFactory tls, Duration timeMax) {
        this.settings = settings;
        this.names = names;
        this.tls = tls;
        this.timeMax = timeMax;
    }

    /// Sends the request and gives the status of the answer.
    int run(byte[] request) throws IOException, PostFailure, InterruptedException {
        Socket plain = connected(allowed(names.find(settings.host(), timeMax)));
        Socket connection = settings.isEncrypted() ? encrypted(plain) : plain;
        connection.getOutputStream().write(request);
        connection.getOutputStream().flush();
        return new ResponseHead(new BufferedInputStream(connection.getInputStream())).status();
    }

    private List<InetAddress> allowed(List<InetAddress> addresses) throws PostFailure {
        List<InetAddress> allowed =
                addresses.stream()
                        .filter(each -> AddressReach.of(each).isAllowed(settings.allowPrivate()))
                        .limit(ADDRESSES_MAX)
                        .toList();
        if (allowed.isEmpty()) {
            throw new PostFailure(
                    settings.allowPrivate()
                            ? "its host has no address that could be a receiver"
                            : "its host is in a private network (meeting.webhook.allow_private)");
        }
        return allowed;
    }

    private Socket connected(List<InetAddress> addresses) throws IOException, PostFailure {
        int millis = addresses.size() == 1 ? 0 : (int) CONNECT_MAX.toMillis();
        for (InetAddress address : addresses) {
            Socket attempt = held(new Socket(Proxy.NO_PROXY));
            try {
                attempt.connect(new InetSocketAddress(address, settings.port()), millis);
                return attempt;
            } catch (IOException _) {
                // The next address may do better; if there is none, it is said below.
                attempt.close();
            }
        }
        throw new PostFailure("no connection to its host");
    }

    /// The certificate has to be for the name, whatever the address is.
    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private synchronized Socket held(Socket next) throws IOException, PostFailure {
        socket = next;
        if (closed) {
            next.close();
            throw new PostFailure("given up");
        }
        return next;
    }

    /// Cuts the connection. Not through TLS, whose goodbye could wait for ever.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (socket != null) {
            socket.close();
        }
    }
}
