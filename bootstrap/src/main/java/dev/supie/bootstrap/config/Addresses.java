package dev.supie.bootstrap.config;

import dev.supie.bootstrap.config.Texts.Objection;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The kinds of values that name a place on the network. Nothing is looked up here.
final class Addresses {

    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9-]{1,63})*");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final List<String> CALL_ENDINGS =
            List.of(
                    "/chat/completions",
                    "/completions",
                    "/responses",
                    "/models",
                    "/audio/transcriptions",
                    "/audio/speech");
    private static final int PORT_MAX = 65_535;
    private static final String HOST_FIX = "use an address such as 192.168.1.20 or a host name";
    private static final String BASE_URL_FIX = "use for example https://api.example.com/v1";
    private static final String RECOGNIZER_FIX =
            "use for example https://api.example.com/v1, or ws://192.168.1.30:10095 for funasr";
    private static final String TRACES_FIX = "use for example http://127.0.0.1:4318/v1/traces";
    private static final String WEBSOCKET_FIX = "use for example ws://192.168.1.20:8004/supie/v1/";
    private static final String DATABASE_FIX =
            "use for example jdbc:postgresql://host:5432/supie, or leave it out for the embedded"
                    + " database";

    private Addresses() {}

    /// An address or host name, without scheme and port.
    static Kind<String> host() {
        return Texts.text(Addresses::againstHost, HOST_FIX).called("address or host name");
    }

    /// NET-3: the full URL handed to badges.
    static Kind<URI> websocket() {
        return Texts.text(Addresses::againstWebsocket, WEBSOCKET_FIX)
                .as(URI::create, URI::toString)
                .called("URL, ws or wss");
    }

    /// Where an OpenAI-compatible service starts; a last slash is dropped.
    static Kind<URI> baseUrl() {
        return Texts.text(Addresses::againstBaseUrl, BASE_URL_FIX)
                .as(text -> URI.create(withoutLastSlash(text)), URI::toString)
                .called("URL, http or https");
    }

    /// Where a service for speech is, over HTTP or a WebSocket; a last slash is dropped.
    static Kind<URI> recognizerUrl() {
        return Texts.text(Addresses::againstRecognizerUrl, RECOGNIZER_FIX)
                .as(text -> URI.create(withoutLastSlash(text)), URI::toString)
                .called("URL, http, https, ws or wss");
    }

    /// Where another service is asked, exactly as given.
    static Kind<URI> serviceUrl() {
        String fix = "use for example https://login.example.com/path";
        return Texts.text(value -> againstUrl(value, List.of("http", "https"), fix), fix)
                .as(URI::create, URI::toString)
                .called("URL, http or https");
    }

    /// Where a management server hands out a configuration, exactly as given. Without a query,
    /// because the URL is shown and a secret belongs into `config.secret`.
    static Kind<URI> managementUrl() {
        String fix = "use for example https://manage.example.com/supie.yaml";
        return Texts.text(value -> againstUrl(value, List.of("http", "https"), fix), fix)
                .as(URI::create, URI::toString)
                .called("URL, http or https");
    }

    /// Where another service is told something; a query is its own business.
    static Kind<URI> webhookUrl() {
        String fix = "use for example https://hooks.example.com/meetings";
        return Texts.text(value -> againstWebhookUrl(value, fix), fix)
                .as(URI::create, URI::toString)
                .called("URL, http or https");
    }

    /// Where a collector takes traces.
    static Kind<URI> tracesUrl() {
        return Texts.text(Addresses::againstTracesUrl, TRACES_FIX)
                .as(URI::create, URI::toString)
                .called("URL, http or https");
    }

    static Kind<String> postgresUrl() {
        return Texts.text(Addresses::againstDatabaseUrl, DATABASE_FIX)
                .called("JDBC URL of PostgreSQL");
    }

    private static List<Objection> againstHost(String value) {
        if (value.contains("://") || value.contains("/")) {
            return objection("is a URL, not an address", HOST_FIX);
        }
        if (DIGITS_AND_DOTS.matcher(value).matches() || value.contains(":")) {
            return isLiteral(value) ? List.of() : objection("is not an IP address", HOST_FIX);
        }
        return HOST_NAME.matcher(value).matches()
                ? List.of()
                : objection("is neither an address nor a host name", HOST_FIX);
    }

    private static boolean isLiteral(String value) {
        try {
            InetAddress.ofLiteral(value);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static List<Objection> againstWebsocket(String value) {
        return againstUrl(value, List.of("ws", "wss"), WEBSOCKET_FIX);
    }

    private static List<Objection> againstBaseUrl(String value) {
        List<Objection> objections = againstUrl(value, List.of("http", "https"), BASE_URL_FIX);
        return objections.isEmpty() ? againstEnding(value) : objections;
    }

    private static List<Objection> againstRecognizerUrl(String value) {
        List<Objection> objections =
                againstUrl(value, List.of("http", "https", "ws", "wss"), RECOGNIZER_FIX);
        return objections.isEmpty() ? againstEnding(value) : objections;
    }

    private static List<Objection> againstEnding(String value) {
        String url = withoutLastSlash(value);
        for (String ending : CALL_ENDINGS) {
            if (url.toLowerCase(Locale.ROOT).endsWith(ending)) {
                String base = url.substring(0, url.length() - ending.length());
                return objection(
                        "ends in " + ending + ", which the server adds by itself", "write " + base);
            }
        }
        return List.of();
    }

    private static List<Objection> againstWebhookUrl(String value, String fix) {
        int query = value.indexOf('?');
        String place = query < 0 || value.contains("#") ? value : value.substring(0, query);
        List<Objection> objections = againstUrl(place, List.of("http", "https"), fix);
        if (!objections.isEmpty()) {
            return objections;
        }
        try {
            int port = new URI(value).getPort();
            return port == 0 || port > PORT_MAX
                    ? objection("has a port that does not exist", fix)
                    : List.of();
        } catch (URISyntaxException _) {
            return objection("is not a URL", fix);
        }
    }

    private static List<Objection> againstTracesUrl(String value) {
        List<Objection> objections = againstUrl(value, List.of("http", "https"), TRACES_FIX);
        if (!objections.isEmpty()) {
            return objections;
        }
        URI url = URI.create(value);
        if (url.getPort() == 0 || url.getPort() > PORT_MAX) {
            return objection("has a port that does not exist", TRACES_FIX);
        }
        return withoutLastSlash(url.getPath()).isEmpty()
                ? objection("has no path", "most collectors take traces at /v1/traces")
                : List.of();
    }

    private static List<Objection> againstUrl(String value, List<String> schemes, String fix) {
        URI url;
        try {
            url = new URI(value);
        } catch (URISyntaxException _) {
            return objection("is not a URL", fix);
        }
        String scheme = url.getScheme();
        if (scheme == null || !schemes.contains(scheme.toLowerCase(Locale.ROOT))) {
            return objection(
                    "does not start with "
                            + Texts.oneOf(schemes.stream().map(s -> s + "://").toList()),
                    fix);
        }
        if (url.getHost() == null) {
            return objection("names no host", fix);
        }
        if (url.getRawUserInfo() != null) {
            return objection("has a user or password in it", "leave them out of the URL");
        }
        return url.getRawQuery() == null && url.getRawFragment() == null
                ? List.of()
                : objection("has a ? or # part", fix);
    }

    private static List<Objection> againstDatabaseUrl(String value) {
        if (value.startsWith("jdbc:h2:")) {
            return objection(
                    "names the embedded database, which needs no URL",
                    "leave data.url out and set data.dir");
        }
        if (!value.startsWith("jdbc:postgresql:")) {
            return objection("does not start with jdbc:postgresql:", DATABASE_FIX);
        }
        boolean password = value.contains("password=") || value.contains("@");
        return password
                ? objection("has a password in it", "move it to data.user and data.password")
                : List.of();
    }

    private static String withoutLastSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static List<Objection> objection(String wrong, String fix) {
        return List.of(new Objection(wrong, fix));
    }
}
