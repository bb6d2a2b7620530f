import io.helidon.webserver.WebServer;

/// The least that a server on Helidon can be: one listener with one route. What it needs to start
/// is the share of a start that is not Supie's.
final class BareServer {

    private BareServer() {}

    public static void main(String[] arguments) {
        WebServer server =
                WebServer.builder()
                        .featuresDiscoverServices(false)
                        .host("127.0.0.1")
                        .port(0)
                        .routing(routes -> routes.get("/", (_, response) -> response.send("bare")))
                        .build()
                        .start();
        IO.println("ready http=http://127.0.0.1:" + server.port());
    }
}
