package dev.supie.adapter.in.http;

import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;

/// What a plain GET on the device listener finds, on any path: a sign of life (NET-1). WebSocket
/// upgrades never come here.
final class BadgeListenerRouting {

    private static final String SIGN_OF_LIFE = "Server is running";

    private final List<String> badgePaths;

    /// @param badgePaths keep their sign of life even where the listener is shared with REST
    BadgeListenerRouting(List<String> badgePaths) {
        this.badgePaths = badgePaths;
    }

    void install(HttpRouting.Builder routing) {
        routing.addFeature(new Fallback(Fallback.BADGE_PATHS, this::badgePaths))
                .addFeature(
                        new Fallback(
                                Fallback.EVERYTHING,
                                last -> last.get(BadgeListenerRouting::signOfLife)));
    }

    private void badgePaths(HttpRouting.Builder routing) {
        for (String path : badgePaths) {
            String withoutSlash = path.substring(0, path.length() - 1);
            routing.route(Method.GET, PathMatchers.exact(path), BadgeListenerRouting::signOfLife)
                    .route(
                            Method.GET,
                            PathMatchers.exact(withoutSlash),
                            BadgeListenerRouting::signOfLife);
        }
    }

    private static void signOfLife(ServerRequest request, ServerResponse response) {
        PlainReply.send(response, Status.OK_200, SIGN_OF_LIFE);
    }
}
