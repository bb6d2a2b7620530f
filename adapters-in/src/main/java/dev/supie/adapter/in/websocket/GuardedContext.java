package dev.supie.adapter.in.websocket;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/// Helidon's connection with its bytes read and written through an [HttpSocket]. Everything else is
/// passed on.
final class GuardedContext implements ConnectionContext {

    private final ConnectionContext context;
    private final HttpSocket http;
    private final DataReader reader = new Reader();
    private final DataWriter writer;
    private BooleanSupplier betweenRequests = () -> true;

    GuardedContext(ConnectionContext context, HttpSocket http) {
        this.context = context;
        this.http = http;
        this.writer = new GuardedWriter(context.dataWriter(), http);
    }

    HttpSocket http() {
        return http;
    }

    void betweenRequestsWhen(BooleanSupplier condition) {
        betweenRequests = condition;
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    private byte @Nullable [] read() {
        return http.read(this::readSocket, betweenRequests);
    }

    /// In the words in which Helidon's own reader reports a broken connection.
    private byte @Nullable [] readSocket() {
        try {
            return context.serverSocket().get();
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("reading from the socket failed", gone);
        }
    }

    /// Lets no further request begin after the last answer, even one that is here already.
    private final class Reader extends DataReader {

        Reader() {
            super(GuardedContext.this::read);
        }

        @Override
        public int findNewLine(int max) {
            if (http.isAnsweredLast() && betweenRequests.getAsBoolean()) {
                throw new InsufficientDataAvailableException();
            }
            return super.findNewLine(max);
        }
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public Router router() {
        return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }
}
