import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;

import java.time.Duration;

/// The least that a WebSocket server on Helidon can be: it sends back every text. What it needs per
/// connection and per message is the share that is not Supie's.
final class BareEcho {

    private BareEcho() {}

    public static void main(String[] arguments) {
        WebServer server =
                WebServer.builder()
                        .featuresDiscoverServices(false)
                        .host("127.0.0.1")
                        .port(0)
                        // As Supie sets it; without it an answer may wait for 40 ms.
                        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                        // Helidon would cut connections that are idle on purpose.
                        .idleConnectionTimeout(Duration.ofHours(1))
                        .addRouting(WsRouting.builder().endpoint("/echo/", new Echo()))
                        .build()
                        .start();
        IO.println("ready device=ws://127.0.0.1:" + server.port() + "/echo/ http=none");
    }

    private static final class Echo implements WsListener {

        @Override
        public void onMessage(WsSession session, String text, boolean last) {
            session.send(text, last);
        }
    }
}
