package dev.supie.adapter.in.http;

import io.helidon.common.Weighted;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;

import java.util.function.Consumer;

/// Routes that are asked only when no ordinary route matched, whatever the order in which routes
/// were added: heavier ones first, and all of them lighter than an ordinary route's 100.
record Fallback(double weight, Consumer<HttpRouting.Builder> routes)
        implements HttpFeature, Weighted {

    /// The paths on which badges speak WebSocket.
    static final double BADGE_PATHS = 30;

    /// The part of the tree that answers in JSON.
    static final double JSON_TREE = 20;

    /// Every path there is.
    static final double EVERYTHING = 10;

    @Override
    public void setup(HttpRouting.Builder routing) {
        routes.accept(routing);
    }
}
